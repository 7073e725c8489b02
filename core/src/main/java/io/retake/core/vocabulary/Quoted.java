package io.retake.core.vocabulary;

import java.util.Optional;

/** Reads and writes quoted texts: double quotes in a sentence, single ones in a script; backslash escapes in both. */
final class Quoted {
    /** Matches a text in double quotes, escapes included. */
    static final String PATTERN = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private Quoted() {}

    static String write(String text) {
        return '"' + escaped(text, '"') + '"';
    }

    static String script(String text) {
        return '\'' + escaped(text, '\'') + '\'';
    }

    static Optional<String> read(String quoted) {
        if (!quoted.matches("(?s)" + PATTERN)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' ? unescaped(quoted.charAt(++i)) : c);
        }
        return Optional.of(text.toString());
    }

    private static String escaped(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c == quote ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
