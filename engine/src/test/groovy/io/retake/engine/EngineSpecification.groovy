package io.retake.engine

import io.retake.engine.api.EngineSettings
import java.net.ConnectException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** Starts engines for a test, and sees to it that nothing of them is left. */
abstract class EngineSpecification extends Specification {
    @TempDir
    Path data

    private List<AutoCloseable> opened = []
    private List<URI> urls = []

    Engine start(EngineSettings.Builder settings = EngineSettings.builder()) {
        def engine = Engine.start(settings.dataFolder(data).build())
        opened << engine
        urls << engine.apiUrl()
        engine
    }

    EngineSettings.Builder settings() { EngineSettings.builder() }

    Wire owner(Engine engine) {
        def wire = new Wire(engine.apiUrl(), engine.ownerToken())
        opened << wire
        wire
    }

    Wire anonymous(Engine engine, UUID client = UUID.randomUUID()) {
        def wire = Wire.anonymous(engine.apiUrl(), client)
        opened << wire
        wire
    }

    def cleanup() {
        opened.reverse().each { it.close() }
        urls.each { assert !listens(it) }
        assert ourThreads() == []
        new PollingConditions(timeout: 20, delay: 0.01).eventually { assert children() == [] }
        assert unfinished() == []
    }

    static boolean listens(URI url) {
        try {
            new Socket('127.0.0.1', url.port).close()
            return true
        } catch (ConnectException ignored) {
            return false
        }
    }

    static List<String> ourThreads() {
        def names = []
        for (int i = 0; i < 2000; i++) {
            names = Thread.allStackTraces.keySet()*.name.findAll { it.startsWith('retake-') && !it.startsWith('retake-process') }
            if (names.isEmpty()) {
                break
            }
            Thread.sleep(10)
        }
        names
    }

    static List<String> children() {
        ProcessHandle.current().descendants().filter { it.alive }
            .map { it.info().command().orElse('?') }.toList()
    }

    List<String> unfinished() {
        if (!Files.isDirectory(data)) {
            return []
        }
        Files.walk(data).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }
                .map { data.relativize(it).toString() }
                .filter { it.contains('/tmp/') || it.contains('.new-') || it.startsWith('trash') || it.contains('/in-use/') }
                .toList()
        }
    }
}
