package io.retake.repl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a command sees of the process around it, so that it can run in any other.
 *
 * @param out where results go
 * @param err where progress, questions and errors go
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param environment the environment variables
 * @param folder the working directory, absolute
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Path folder) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /**
     * Those of this process. Java can't say which stream is a terminal; the launcher can, and does, in
     * {@code retake.terminal}: {@code out}, {@code err}, {@code out+err} or nothing.
     */
    static Surroundings ofThisProcess() {
        String terminals = System.getProperty("retake.terminal", System.console() == null ? "" : "out+err");
        return new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals.contains("out"),
                terminals.contains("err"),
                System.getenv(),
                Path.of("").toAbsolutePath());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream file = new FileOutputStream(descriptor);
        return new PrintStream(new java.io.BufferedOutputStream(file, 8192), true, encoding());
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
