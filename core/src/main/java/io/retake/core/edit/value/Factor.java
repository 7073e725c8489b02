package io.retake.core.edit.value;

/** A speed factor: 2 is double speed, 0.5 half; 0.05 to 100. */
public record Factor(double value) {

    /** Checks the range 0.05 to 100. */
    public Factor {
        if (!(value >= 0.05 && value <= 100)) {
            throw new IllegalArgumentException("a speed is 0.05 to 100 times, not " + Times.decimal(value)
                    + (value < 0 ? "; to play backwards is another edit, not a negative speed" : ""));
        }
    }
}
