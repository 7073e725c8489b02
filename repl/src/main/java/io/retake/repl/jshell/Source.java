package io.retake.repl.jshell;

import io.retake.repl.message.ProgramMessages;

/**
 * A snippet within the typed text.
 *
 * @param typed the whole text
 * @param offset the index at which the snippet begins in it
 * @param text the snippet
 */
record Source(String typed, int offset, String text) {

    /** Returns a position in the typed text as {@code line 2, column 5}; for a single line only the column. */
    String place(long position) {
        int at = at(position);
        int line = line(at);
        int column = at - start(at) + 1;
        return typed.strip().contains("\n")
                ? ProgramMessages.text("java.line-and-column", line, column)
                : ProgramMessages.text("java.column", column);
    }

    /** Returns the line of a position, with a marker below it from there to the end. */
    String marked(long from, long to) {
        int first = at(from);
        int start = start(first);
        int end = typed.indexOf('\n', start);
        String line = typed.substring(start, end < 0 ? typed.length() : end);
        int width = Math.max(1, Math.min(at(to), start + line.length()) - first);
        String mark = width < 2 ? "^" : "^" + "-".repeat(width - 2) + "^";
        return line.replace('\t', ' ') + "\n" + " ".repeat(Math.min(first - start, line.length())) + mark;
    }

    /** Returns a line by its number within the snippet, without its indentation; empty if there is none. */
    String line(long number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
    }

    /** Converts a line number within the snippet to one within the typed text. */
    int lineInTyped(int number) {
        return line(Math.min(offset, typed.length())) + number - 1;
    }

    private int at(long position) {
        return (int) Math.max(0, Math.min(offset + position, typed.length()));
    }

    private int line(int at) {
        return (int) typed.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private int start(int at) {
        return typed.lastIndexOf('\n', at - 1) + 1;
    }
}
