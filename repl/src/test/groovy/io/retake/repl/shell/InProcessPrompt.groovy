package io.retake.repl.shell

import io.retake.dsl.Retake
import io.retake.repl.shell.terminal.Output
import io.retake.repl.view.Screen
import io.retake.repl.view.Theme
import java.nio.file.Path
import java.util.function.Supplier

/** A prompt without a terminal, in this process: runs lines one by one and captures their output. */
class InProcessPrompt implements AutoCloseable {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream()
    final ShellContext shell

    /** Runs in the folder, which is the home too. */
    InProcessPrompt(Path folder) {
        Map<String, String> environment = [HOME: "$folder".toString(), XDG_CACHE_HOME: System.getProperty('java.io.tmpdir') + '/prompt-cache']
        def out = new PrintStream(said, true, 'UTF-8')
        def screen = new Screen(out, out, false, false, environment)
        Supplier builders = { Retake.builder().environment(environment).workingFolder(folder) }
        shell = new ShellContext(builders, UserProfile.nobody(environment), folder, new Output(screen), Theme.of(environment, false), {} as Runnable)
    }

    /** Runs a line. Returns its output. */
    String type(String line) {
        said.reset()
        done = Prompt.take(line, shell)
        said.toString('UTF-8')
    }

    /** Whether the last line succeeded. */
    boolean done

    @Override
    void close() {
        shell.close()
    }
}
