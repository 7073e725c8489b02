package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A speed factor: 2 is double speed, 0.5 half; 0.05 to 100. */
public record Factor(double value) {

    /** Checks the range 0.05 to 100. */
    public Factor {
        if (!(value >= 0.05 && value <= 100)) {
            throw new IllegalArgumentException(
                    value < 0
                            ? CoreMessages.text("value.negative-factor", Times.decimal(value))
                            : CoreMessages.text("value.factor", Times.decimal(value)));
        }
    }
}
