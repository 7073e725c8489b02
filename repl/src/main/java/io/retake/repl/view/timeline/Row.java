package io.retake.repl.view.timeline;

import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of cells, each with what stands in it and what that is. Not thread-safe. */
final class Row {
    private static final String EMPTY = " ";
    private final String[] cells;
    private final @Nullable Role[] roles;

    Row(int cells) {
        this.cells = new String[cells];
        this.roles = new @Nullable Role[cells];
        Arrays.fill(this.cells, EMPTY);
    }

    boolean isFree(int cell) {
        return roles[cell] == null;
    }

    String at(int cell) {
        return cells[cell];
    }

    /** One glyph of one column; nothing happens outside of the line. */
    void put(int cell, String glyph, @Nullable Role role) {
        if (cell >= 0 && cell < cells.length) {
            cells[cell] = glyph;
            roles[cell] = role;
        }
    }

    /** A text from there on, which has to fit: wide characters take two cells, marks none of their own. */
    void text(int cell, String text, @Nullable Role role) {
        int at = cell;
        int last = -1;
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            String glyph = Character.toString(codePoint);
            int width = Columns.width(glyph);
            if (width == 0 && last >= 0) {
                cells[last] += glyph;
            } else if (width > 0) {
                put(at, glyph, role);
                last = at;
                for (int i = 1; i < width; i++) {
                    put(at + i, "", role);
                }
                at += width;
            }
            index += Character.charCount(codePoint);
        }
    }

    /** The line as it is written, without spaces at its end. */
    String line(Theme theme) {
        StringBuilder line = new StringBuilder();
        int end = cells.length;
        while (end > 0 && roles[end - 1] == null && cells[end - 1].equals(EMPTY)) {
            end--;
        }
        for (int from = 0; from < end; ) {
            int to = from + 1;
            while (to < end && roles[to] == roles[from]) {
                to++;
            }
            String run = String.join("", Arrays.asList(cells).subList(from, to));
            Role role = roles[from];
            line.append(role == null ? run : theme.paint(role, run));
            from = to;
        }
        return line.toString();
    }
}
