package io.retake.engine

import io.retake.engine.api.EngineFolder
import io.retake.engine.api.EngineSettings
import java.nio.file.Path

/** An engine in a process of its own: DATA NAME; tells its URL and token, and lives until its input ends. */
class EngineMain {
    static void main(String[] args) {
        def settings = EngineSettings.builder().dataFolder(Path.of(args[0])).folder(EngineFolder.named(args[1]))
        try (def engine = Engine.start(settings.build())) {
            println engine.apiUrl().toString() + ' ' + engine.ownerToken()
            System.out.flush()
            System.in.read()
        }
    }
}
