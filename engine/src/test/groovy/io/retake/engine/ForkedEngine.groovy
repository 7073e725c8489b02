package io.retake.engine

import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** An engine in another process, that can be killed. */
class ForkedEngine implements AutoCloseable {
    final Process process
    final String firstLine
    Wire wire

    ForkedEngine(Path data, String name = 'main', String heap = '-Xmx64m') {
        process = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), heap,
            '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'), EngineMain.name,
            data.toString(), name).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        firstLine = process.inputReader().readLine()
        if (firstLine) {
            def (url, token) = firstLine.split(' ')
            wire = new Wire(URI.create(url), token)
        }
    }

    void kill() {
        process.destroyForcibly()
        process.waitFor(30, TimeUnit.SECONDS)
    }

    @Override
    void close() {
        wire?.close()
        process.outputStream.close()
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill()
        }
    }
}
