package io.retake.dsl.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Tells whether a statement is whole, by its brackets, texts and comments alone. */
final class Completeness {
    private static final Pattern GOES_ON =
            Pattern.compile("(?s).*(?:[,=+*?]|&&|\\|\\||->|[^.]\\.|\\\\|\\belse|\\bdef)\\s*");

    private Completeness() {}

    static boolean of(String text) {
        Deque<Character> open = new ArrayDeque<>();
        StringBuilder code = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = skipped(text, at);
            if (end < 0) {
                return false;
            }
            if (end > at) {
                boolean comment = text.charAt(at) == '/';
                code.append(comment ? "" : "''");
                at = end;
                continue;
            }
            char c = text.charAt(at++);
            code.append(c);
            if ("([{".indexOf(c) >= 0) {
                open.push(c);
            } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        return open.isEmpty()
                && !GOES_ON.matcher(code.toString().replaceAll("\\+\\+\\s*$", ";"))
                        .matches();
    }

    /** Where a text or a comment that begins here ends; -1 when it doesn't, the same place when none begins. */
    private static int skipped(String text, int at) {
        for (String mark : new String[] {"'''", "\"\"\""}) {
            if (text.startsWith(mark, at)) {
                int end = text.indexOf(mark, at + 3);
                return end < 0 ? -1 : end + 3;
            }
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? -1 : end + 2;
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        char quote = text.charAt(at);
        return quote == '\'' || quote == '"' ? quoted(text, at, quote) : at;
    }

    /** An open text at the end of its line is an error to be told, not a reason to wait for more. */
    private static int quoted(String text, int at, char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote || c == '\n') {
                return i + 1;
            }
        }
        return text.length();
    }
}
