package io.retake.core.edit.value;

import java.time.Duration;

/** How much later (or, negative, earlier) something is than it says, up to 24 hours either way; whole milliseconds. */
public record Shift(Duration later) {
    private static final Duration MOST = Duration.ofHours(24);

    /** Cuts to whole milliseconds; checks 24 hours. */
    public Shift {
        later = Duration.ofMillis(later.toMillis());
        if (later.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a shift is at most 24 hours, not " + Times.write(later.abs()));
        }
    }
}
