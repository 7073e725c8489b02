package io.retake.repl.view.timeline;

import java.time.Duration;

/**
 * Which cell of a line a time falls into.
 *
 * @param fromMs the time at the left edge of cell 0
 * @param lengthMs the time that all cells show
 * @param cells how many there are
 */
record Scale(long fromMs, long lengthMs, int cells) {

    static Scale of(Window window, int cells) {
        return new Scale(window.from().toMillis(), Math.max(1, window.length().toMillis()), cells);
    }

    /** The nearest edge between cells; below 0 or above {@link #cells} for what is not seen. */
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
