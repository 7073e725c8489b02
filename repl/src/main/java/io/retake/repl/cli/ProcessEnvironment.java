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
 * All that a command sees of the process around it, so that it can run in any other.
 *
 * @param screen where it writes
 * @param environment the environment variables
 * @param folder the working directory, absolute
 * @param in what is typed, or comes from elsewhere
 * @param interactive whether a person types and looks
 */
record ProcessEnvironment(
        Screen screen, Map<String, String> environment, Path folder, InputStream in, boolean interactive) {
    ProcessEnvironment {
        environment = Map.copyOf(environment);
    }

    /** Where nobody types. */
    ProcessEnvironment(Screen screen, Map<String, String> environment, Path folder) {
        this(screen, environment, folder, InputStream.nullInputStream(), false);
    }

    /**
     * Those of this process. Java can't say which stream is a terminal; the launcher can, and does, in
     * {@code retake.terminal}: those of {@code in}, {@code out} and {@code err} that are, joined by a plus. Where it said nothing there is none.
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

    /** The same with a variable. */
    ProcessEnvironment with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new ProcessEnvironment(screen, changed, folder, in, interactive);
    }

    /** The file of that name, as whoever started the process sees it. */
    Path path(String name) {
        return FileNames.in(folder, name);
    }

    PrintStream out() {
        return screen.out();
    }

    PrintStream err() {
        return screen.err();
    }

    /** UTF-8 everywhere but on a Windows console, which says itself what it takes (Java 19 and later). */
    private static Charset encoding() {
        String console = System.getProperty("stdout.encoding");
        return console != null
                        && System.getProperty("os.name", "").startsWith("Windows")
                        && Charset.isSupported(console)
                ? Charset.forName(console)
                : StandardCharsets.UTF_8;
    }
}
