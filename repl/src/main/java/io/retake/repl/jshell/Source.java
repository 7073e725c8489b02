package io.retake.repl.jshell;

/**
 * A snippet within what was typed.
 *
 * @param typed all of it
 * @param offset where the snippet begins in it
 * @param text the snippet
 */
record Source(String typed, int offset, String text) {

    /** The lines of what was typed, and a place among them, as {@code line 2, column 5}. */
    String place(long position) {
        int at = at(position);
        int line = line(at);
        int column = at - start(at) + 1;
        return typed.strip().contains("\n") ? "line " + line + ", column " + column : "column " + column;
    }

    /** The line that a place is in, and under it a mark from there to the end. */
    String marked(long from, long to) {
        int first = at(from);
        int start = start(first);
        int end = typed.indexOf('\n', start);
        String line = typed.substring(start, end < 0 ? typed.length() : end);
        int width = Math.max(1, Math.min(at(to), start + line.length()) - first);
        String mark = width < 2 ? "^" : "^" + "-".repeat(width - 2) + "^";
        return line.replace('\t', ' ') + "\n" + " ".repeat(Math.min(first - start, line.length())) + mark;
    }

    /** A line of it by its number within the snippet, without its indentation; empty when there is none. */
    String line(long number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
    }

    /** The number of such a line among all that was typed. */
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
