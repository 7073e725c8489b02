package io.retake.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Wraps text between words. */
public final class Wrapped {
    private final List<String> lines = new ArrayList<>();
    private final int room;
    private final String indent;
    private StringBuilder line;
    private int used;
    private boolean begun;

    private Wrapped(String first, int columns, int indent) {
        this.room = Math.max(Math.max(indent, Columns.width(first)) + 8, columns);
        this.indent = " ".repeat(indent);
        this.line = new StringBuilder(first);
        this.used = Columns.width(first);
    }

    /**
     * Wraps a text into lines of at most that many columns, indented except the first. A word that is too long is
     * split.
     */
    public static List<String> lines(String text, int columns, int indent) {
        return lines("", text, columns, indent);
    }

    /**
     * Wraps a text after a fixed beginning.
     *
     * @param first the beginning of the first line; may be longer than the indent
     */
    public static List<String> lines(String first, String text, int columns, int indent) {
        Wrapped wrapped = new Wrapped(first, columns, indent);
        for (String word : text.split(" ", -1)) {
            wrapped.word(word);
        }
        wrapped.lines.add(wrapped.line.toString());
        return wrapped.lines;
    }

    private void word(String word) {
        String rest = word;
        int left = Columns.width(word);
        if (begun && used + 1 + left > room) {
            next();
        } else if (begun) {
            line.append(' ');
            used++;
        }
        while (used + left > room) {
            String head = Columns.start(rest, room - used);
            line.append(head);
            rest = rest.substring(head.length());
            left -= Columns.width(head);
            next();
        }
        line.append(rest);
        used += left;
        begun = true;
    }

    private void next() {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        used = indent.length();
        begun = false;
    }
}
