package io.retake.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand under each other. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; rows may differ in length. Plain text: colours would spoil the widths. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, each behind this indent, without spaces at the end. */
    public List<String> lines(String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(indent, row, widths)).toList();
    }

    private static String line(String indent, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(Columns.fill(row.get(i), widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
