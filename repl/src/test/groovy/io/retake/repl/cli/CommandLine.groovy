package io.retake.repl.cli

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.repl.view.Screen
import java.nio.file.Files
import java.nio.file.Path

/** The command line in this process, for tests that need no separate process. */
class CommandLine {
    private final Path folder
    private final Map<String, String> environment

    /** Runs in the folder, which is the home too. */
    CommandLine(Path folder) {
        this.folder = folder.toRealPath()
        this.environment = [HOME: "$folder".toString(), XDG_CACHE_HOME: "$folder/.cache".toString()]
    }

    /** The result of a command: exit code and both streams. */
    Map run(Map how = [:], String... arguments) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), false, false, environment)
        def input = new ByteArrayInputStream(((how.input ?: '') as String).getBytes('UTF-8'))
        def code = Main.run(new ProcessEnvironment(screen, environment, folder.resolve(how.folder ?: ''), input, false), arguments)
        [code: code, out: out.toString('UTF-8'), err: err.toString('UTF-8')]
    }

    /** Writes a file. */
    Path file(String name, String text) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    /** The lines of standard output, each of which must be JSON. */
    static List<Map> json(Map result) {
        result.out.readLines().collect { new ObjectMapper().readValue(it, Map) }
    }
}
