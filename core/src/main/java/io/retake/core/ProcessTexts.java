package io.retake.core;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts text passed between this process and others: arguments, folders and environment variables. Unix passes
 * bytes, and file names use the locale's encoding, but up to Java 17 ProcessBuilder and System.getenv use the default
 * charset, which the command line of the JVM can change ({@code -Dfile.encoding}).
 */
public final class ProcessTexts {
    /** Since Java 18 both use the encoding of file names: JEP 400. */
    private static final int IN_ORDER_SINCE = 18;

    private ProcessTexts() {}

    /** Returns this process's environment variables, decoded correctly. */
    public static Map<String, String> environment() {
        Charset used = used();
        Charset meant = FileNames.charset();
        Map<String, String> variables = System.getenv();
        return used.equals(meant)
                ? variables
                : variables.entrySet().stream()
                        .collect(Collectors.toMap(
                                variable -> translated(variable.getKey(), used, meant),
                                variable -> translated(variable.getValue(), used, meant),
                                (one, other) -> one));
    }

    private static String translated(String text, Charset used, Charset meant) {
        return new String(text.getBytes(used), meant);
    }

    /**
     * Encodes arguments for a ProcessBuilder, so that the child process receives them unchanged.
     *
     * @throws RetakeException when this process cannot encode one of them
     */
    public static List<String> forChild(List<String> arguments) {
        return arguments.stream().map(ProcessTexts::forChild).toList();
    }

    /**
     * Encodes an argument, a folder or a variable's value for a ProcessBuilder.
     *
     * @throws RetakeException when this process cannot encode it
     */
    public static String forChild(String text) {
        if (isAscii(text) || isWindows()) {
            return text;
        }
        Charset meant = FileNames.charset();
        if (!meant.newEncoder().canEncode(text)) {
            throw new RetakeException(CoreMessages.text("process.not-in-locale", text, meant), FileNames.LOCALE_ADVICE);
        }
        byte[] bytes = text.getBytes(meant);
        String carrier = new String(bytes, used());
        if (!Arrays.equals(carrier.getBytes(used()), bytes)) {
            throw new RetakeException(
                    CoreMessages.text("process.not-in-java", text, used()),
                    CoreMessages.text("process.not-in-java-advice"));
        }
        return carrier;
    }

    /** Returns the charset in which Java writes and reads these texts. */
    private static Charset used() {
        return Runtime.version().feature() < IN_ORDER_SINCE && !isWindows()
                ? Charset.defaultCharset()
                : FileNames.charset();
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
