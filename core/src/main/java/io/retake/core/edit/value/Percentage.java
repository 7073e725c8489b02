package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A bare percentage, such as {@code 35.percent} in a script; its argument turns it into a level or a change. */
public record Percentage(double value) {

    /** Rejects NaN and infinity. */
    public Percentage {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(CoreMessages.text("value.percentage", value));
        }
    }
}
