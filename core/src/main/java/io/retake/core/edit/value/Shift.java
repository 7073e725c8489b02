package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.time.Duration;

/** A delay (negative: an advance) of up to 24 hours; whole milliseconds. */
public record Shift(Duration later) {
    private static final Duration MOST = Duration.ofHours(24);

    /** Truncates to whole milliseconds; checks the limit of 24 hours. */
    public Shift {
        later = Duration.ofMillis(later.toMillis());
        if (later.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException(CoreMessages.text("value.shift", Times.write(later.abs())));
        }
    }
}
