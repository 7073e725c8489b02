package io.retake.dsl.run

import io.retake.dsl.compile.Scripts
import io.retake.dsl.event.EventJson
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit

/** Runs a script in a process of its own, which can be killed: its events come as lines of JSON. */
class ScriptProcess {
    final Process process
    final List<String> lines = new CopyOnWriteArrayList<>()
    private final Thread reader

    ScriptProcess(URI backend, Path folder, String script, Map<String, String> parameters, Runner.Start how, Map<String, String> environment = [:]) {
        def builder = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1',
            '-XX:+UseSerialGC', '-cp', System.getProperty('java.class.path'), ScriptProcess.name, backend.toString(), folder.toString(),
            script, how.name(), *parameters.collect { "$it.key=$it.value".toString() })
        builder.environment().putAll(environment)
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start()
        reader = Thread.start {
            try {
                process.inputReader().eachLine { lines << it }
            } catch (IOException killed) {
                // What it had not said yet is lost with it.
            }
        }
    }

    /** Waits for an event, a whole line of which has these pieces. */
    void awaitLine(String... pieces) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!lines.any { line -> pieces.every { line.contains(it) } }) {
            assert process.alive && System.nanoTime() < deadline: "no line with ${pieces.toList()} in:\n${lines.join('\n')}"
            Thread.sleep(5)
        }
    }

    void kill() {
        process.destroyForcibly().waitFor()
        reader.join()
    }

    /** The exit code: 0 where the run came to its end. */
    int end() {
        assert process.waitFor(60, TimeUnit.SECONDS)
        reader.join()
        process.exitValue()
    }

    static void main(String... arguments) {
        def folder = Path.of(arguments[1])
        def home = folder.resolve('home')
        def scripts = new Scripts(ScriptProcess.classLoader, home.resolve('cache'))
        def source = ScriptSource.file(folder.resolve(arguments[2]))
        Map<String, String> given = arguments.drop(4).collectEntries { it.split('=', 2).toList() }
        def connection = new QuickConnection(URI.create(arguments[0]), home)
        def runner = new Runner(connection, scripts, Optional.empty(), false, folder, home.resolve('state'), Clock.systemUTC())
        RunResult result
        try {
            result = runner.start(source, given, { println EventJson.line(it); System.out.flush() }, Runner.Start.valueOf(arguments[3])).await()
        } catch (RuntimeException refused) {
            println refused.message
            System.exit(9)
        }
        System.exit(result.done() ? 0 : 1)
    }
}
