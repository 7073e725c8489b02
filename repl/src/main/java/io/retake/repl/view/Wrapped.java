package io.retake.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between its words. */
public final class Wrapped {
    private Wrapped() {}

    /** Lines of at most that many columns; all but the first are indented. A word that is too long is cut in two. */
    public static List<String> lines(String text, int columns, int indent) {
        int room = Math.max(indent + 8, columns);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            String rest = word;
            int width = Columns.width(rest);
            if (used > (lines.isEmpty() ? 0 : indent) && used + 1 + width > room) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                used = indent;
            } else if (!line.isEmpty() && used > (lines.isEmpty() ? 0 : indent)) {
                line.append(' ');
                used++;
            }
            while (used + width > room) {
                String head = Columns.start(rest, room - used);
                lines.add(line + head);
                rest = rest.substring(head.length());
                line = new StringBuilder(" ".repeat(indent));
                used = indent;
                width = Columns.width(rest);
            }
            line.append(rest);
            used += width;
        }
        lines.add(line.toString());
        return lines;
    }
}
