package io.retake.core.edit.value;

import java.time.Duration;

/** How much later (or, negative, earlier) sound is heard, up to a minute either way; whole milliseconds. */
public record Offset(Duration later) {

    /** Cuts to whole milliseconds; checks a minute. */
    public Offset {
        later = Duration.ofMillis(later.toMillis());
        if (later.abs().compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("sound moves by a minute at most, not by " + Times.writeLength(later));
        }
    }

    /** True when nothing moves. */
    public boolean isNone() {
        return later.isZero();
    }
}
