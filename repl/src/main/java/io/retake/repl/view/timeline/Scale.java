package io.retake.repl.view.timeline;

import java.time.Duration;

/**
 * Maps times to cells of a line.
 *
 * @param fromMs the time at the left edge of cell 0
 * @param lengthMs the duration of all cells
 * @param cells the number of cells
 */
record Scale(long fromMs, long lengthMs, int cells) {

    static Scale of(Window window, int cells) {
        return new Scale(window.from().toMillis(), Math.max(1, window.length().toMillis()), cells);
    }

    /** Returns the nearest edge between cells; below 0 or above {@link #cells} for a time outside. */
    int cell(Duration time) {
        return cell(time.toMillis());
    }

    int cell(long ms) {
        long scaled = Math.round((double) (ms - fromMs) * cells / lengthMs);
        return (int) Math.max(-1_000_000, Math.min(1_000_000, scaled));
    }

    boolean sees(long from, long to) {
        return to > fromMs && from < fromMs + lengthMs;
    }
}
