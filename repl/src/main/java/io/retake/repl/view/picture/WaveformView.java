package io.retake.repl.view.picture;

import io.retake.core.edit.value.Times;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws a waveform with block characters, on a linear decibel scale. */
public final class WaveformView {
    /** Level below which sound is shown as silence. */
    private static final double FLOOR_DECIBELS = -48;

    private static final double CLIPPED = 0.999;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*%#";
    private static final int STEPS = 8;

    private final Theme theme;
    private final int columns;
    private final int rows;

    /**
     * Creates a view of the given size.
     *
     * @param rows the height, 1 or more
     */
    public WaveformView(Theme theme, int columns, int rows) {
        this.theme = theme;
        this.columns = Math.max(8, columns - 1);
        this.rows = Math.max(1, rows);
    }

    /** Returns how many peaks the view shows, which is the best number to pass. */
    public int width() {
        return columns;
    }

    /**
     * Draws the waveform from the top, then a line with the start and end times.
     *
     * @param peaks the largest sample of each interval of equal length, 0 to 1
     */
    public List<String> lines(List<Double> peaks, Duration from, Duration to) {
        double[] highest = spread(peaks);
        List<String> lines = new ArrayList<>();
        for (int row = rows - 1; row >= 0; row--) {
            lines.add(line(highest, row));
        }
        String begin = Times.write(from);
        String end = Times.write(to);
        int gap = Math.max(1, columns - begin.length() - end.length());
        lines.add(theme.paint(Role.ASIDE, begin + " ".repeat(gap) + end));
        return lines;
    }

    /** Returns the highest peak in each column. */
    private double[] spread(List<Double> peaks) {
        double[] highest = new double[columns];
        for (int column = 0; column < columns && !peaks.isEmpty(); column++) {
            int first = (int) ((long) column * peaks.size() / columns);
            int end = Math.max(first + 1, (int) ((long) (column + 1) * peaks.size() / columns));
            for (int i = first; i < end; i++) {
                highest[column] = Math.max(highest[column], peaks.get(i));
            }
        }
        return highest;
    }

    private String line(double[] highest, int row) {
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < highest.length; ) {
            boolean clipped = highest[from] >= CLIPPED;
            StringBuilder run = new StringBuilder();
            int to = from;
            while (to < highest.length && highest[to] >= CLIPPED == clipped) {
                run.append(block(highest[to], row));
                to++;
            }
            line.append(theme.paint(clipped ? Role.BAD : Role.WAVE, run.toString()));
            from = to;
        }
        return line.toString();
    }

    private char block(double peak, int row) {
        double decibels = peak <= 0 ? FLOOR_DECIBELS : 20 * Math.log10(peak);
        double share = Math.max(0, Math.min(1, 1 - decibels / FLOOR_DECIBELS));
        int height = (int) Math.ceil(share * rows * STEPS);
        int here = Math.max(0, Math.min(STEPS, height - row * STEPS));
        return (theme.unicode() ? BLOCKS : ASCII).charAt(here);
    }
}
