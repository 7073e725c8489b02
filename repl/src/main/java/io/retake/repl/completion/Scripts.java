package io.retake.repl.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script's parameters from its text, without compiling it, since compiling can run code. */
public final class Scripts {
    private static final long MOST = 1 << 20;
    private static final Pattern BLOCK = Pattern.compile("(?m)^params\\s*+\\{");
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*+(\\w+)[ (](.*?)(?:,\\s*help:\\s*(['\"])(.*?)\\3.*)?$");

    private Scripts() {}

    /** Returns parameter names with their descriptions; empty if there are none or the file can't be read. */
    public static Map<String, String> parameters(Path file) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            Matcher line = LINE.matcher(block(Files.size(file) > MOST ? "" : Files.readString(file)));
            while (line.find()) {
                String help = line.group(4) == null ? "" : line.group(4);
                parameters.put(line.group(1), help.isEmpty() ? line.group(2) : help);
            }
        } catch (IOException unreadable) {
            return Map.of();
        }
        return parameters;
    }

    /** Returns the text between the braces of {@code params}; the closing brace must begin a line. */
    private static String block(String script) {
        Matcher begin = BLOCK.matcher(script);
        int end = begin.find() ? script.indexOf("\n}", begin.end()) : -1;
        return end < 0 ? "" : script.substring(begin.end(), end);
    }
}
