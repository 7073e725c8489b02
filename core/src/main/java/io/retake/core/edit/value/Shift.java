package io.retake.core.edit.value;

import java.time.Duration;

/** A delay (negative: an advance) of up to 24 hours; whole milliseconds. */
public record Shift(Duration later) {
    private static final Duration MOST = Duration.ofHours(24);

    /** Truncates to whole milliseconds; checks the limit of 24 hours. */
    public Shift {
        later = Duration.ofMillis(later.toMillis());
        if (later.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a shift is at most 24 hours, not " + Times.write(later.abs()));
        }
    }
}
