package io.retake.repl.view.timeline;

import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line of cells, each with a glyph and its role. Not thread-safe. */
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

    /** Sets the glyph of a cell; does nothing outside the line. */
    void put(int cell, String glyph, @Nullable Role role) {
        if (cell >= 0 && cell < cells.length) {
            cells[cell] = glyph;
            roles[cell] = role;
        }
    }

    /** Writes a text from a cell on, which must fit: wide characters take two cells, combining marks none. */
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

    /** Returns the painted line, without trailing spaces. */
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
