package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** curl as an agent runs it. Machines without it leave such features out: see {@link #isThere}. */
class Curl {
    int exit
    String out
    String err

    static boolean isThere() {
        try {
            return run(Path.of('.'), '--version').exit == 0
        } catch (IOException ignored) {
            return false
        }
    }

    static Curl run(Path folder, String... arguments) {
        def process = new ProcessBuilder(['curl', '--max-time', '120', '--noproxy', '*', *arguments] as List<String>).directory(folder.toFile()).start()
        process.outputStream.close()
        def err = new StringBuffer()
        def reader = process.consumeProcessErrorStream(err)
        def out = new String(process.inputStream.readAllBytes(), 'UTF-8')
        assert process.waitFor(130, TimeUnit.SECONDS)
        reader.join()
        new Curl(exit: process.exitValue(), out: out, err: err.toString())
    }

    JsonNode getJson() {
        new ObjectMapper().readTree(out)
    }
}
