package io.retake.repl.cli;

import io.retake.core.FileNames;
import io.retake.core.ProcessTexts;
import io.retake.repl.view.Screen;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The process around a command, passed in so that a command can run in any process.
 *
 * @param screen the output
 * @param environment the environment variables
 * @param folder the working directory, absolute
 * @param in standard input
 * @param interactive whether input and output are a terminal
 */
record ProcessEnvironment(
        Screen screen, Map<String, String> environment, Path folder, InputStream in, boolean interactive) {
    ProcessEnvironment {
        environment = Map.copyOf(environment);
    }

    /** Creates a non-interactive environment with empty input. */
    ProcessEnvironment(Screen screen, Map<String, String> environment, Path folder) {
        this(screen, environment, folder, InputStream.nullInputStream(), false);
    }

    /**
     * Creates the environment of this process. Java can't detect which stream is a terminal; the launcher can, and sets
     * {@code retake.terminal} to those of {@code in}, {@code out} and {@code err} that are, joined by a plus. If it is
     * unset, no stream counts as a terminal.
     */
    static ProcessEnvironment ofThisProcess() {
        String terminals = System.getProperty("retake.terminal", "");
        Map<String, String> environment = ProcessTexts.environment();
        Screen screen = new Screen(
                new StandardOutput(FileDescriptor.out, encoding()),
                new StandardOutput(FileDescriptor.err, encoding()),
                terminals.contains("out"),
                terminals.contains("err"),
                environment);
        boolean interactive = terminals.contains("in") && terminals.contains("out");
        return new ProcessEnvironment(screen, environment, Path.of("").toAbsolutePath(), System.in, interactive);
    }

    /** Returns a copy with one variable set. */
    ProcessEnvironment with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new ProcessEnvironment(screen, changed, folder, in, interactive);
    }

    /** Resolves a file name against the working directory. */
    Path path(String name) {
        return FileNames.in(folder, name);
    }

    PrintStream out() {
        return screen.out();
    }

    PrintStream err() {
        return screen.err();
    }

    /** UTF-8 everywhere except on a Windows console, which reports its encoding (Java 19 and later). */
    private static Charset encoding() {
        String console = System.getProperty("stdout.encoding");
        return console != null
                        && System.getProperty("os.name", "").startsWith("Windows")
                        && Charset.isSupported(console)
                ? Charset.forName(console)
                : StandardCharsets.UTF_8;
    }
}
