package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.time.Duration;

/** A delay of sound (negative: an advance), up to a minute either way; whole milliseconds. */
public record Offset(Duration later) {

    /** Truncates to whole milliseconds; checks the limit of a minute. */
    public Offset {
        later = Duration.ofMillis(later.toMillis());
        if (later.abs().compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(CoreMessages.text("value.offset", Times.writeLength(later)));
        }
    }

    /** Returns whether nothing moves. */
    public boolean isNone() {
        return later.isZero();
    }
}
