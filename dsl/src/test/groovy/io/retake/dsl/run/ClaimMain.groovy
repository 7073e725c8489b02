package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.Retake
import io.retake.dsl.language.ScriptSource
import java.nio.file.Path

/** Runs a script in a JVM of its own, and says what happens, a line each: to be killed in the middle. */
class ClaimMain {
    static void main(String[] args) {
        def folder = Path.of(args[0])
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(URI.create(args[1]))).build().withCloseable { retake ->
            def run = retake.run(ScriptSource.file(Path.of(args[2])), [:], { event ->
                if (event instanceof RunEvent.Progress) {
                    println event.what()
                }
            })
            def result = run.await()
            result.failure().ifPresent { println "failed: ${it.message()}" }
            result.outputs().each { println "made: ${it.path.fileName}" }
        }
    }
}
