package io.retake.repl.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with aligned columns. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 8;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<@Nullable Role> roles = new ArrayList<>();

    /** Adds a row; rows may differ in length. Cells are plain text, since escape sequences would distort the widths. */
    public void row(String... cells) {
        row(null, cells);
    }

    /** Adds a row painted in a role; null for none. */
    public void row(@Nullable Role role, String... cells) {
        rows.add(List.of(cells));
        roles.add(role);
    }

    /** Returns the lines with an indent, without trailing spaces. */
    public List<String> lines(String indent) {
        int[] widths = widths();
        return rows.stream().map(row -> line(indent, row, widths)).toList();
    }

    /**
     * Returns painted lines that fit the terminal's width less one; one column is shortened for that.
     *
     * @param loses the index of the column to shorten, from 0
     */
    public List<String> lines(String indent, Theme theme, int columns, int loses) {
        int[] widths = widths();
        int all = indent.length();
        for (int width : widths) {
            all += width + GAP.length();
        }
        int over = all - GAP.length() - (columns - 1);
        if (over > 0 && loses < widths.length) {
            widths[loses] = Math.max(Math.min(LEAST, widths[loses]), widths[loses] - over);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(rows.get(i));
            if (loses < cells.size()) {
                cells.set(loses, Columns.fit(cells.get(loses), widths[loses], theme.ellipsis()));
            }
            // If that is not enough, the line is cut.
            String line = Columns.start(line(indent, cells, widths), Math.max(1, columns - 1));
            Role role = roles.get(i);
            lines.add(role == null ? line : theme.paint(role, line));
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(String indent, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(Columns.fill(row.get(i), widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
