package io.retake.core.edit.value;

/** A bare percentage, such as {@code 35.percent} in a script; its argument turns it into a level or a change. */
public record Percentage(double value) {

    /** Rejects NaN and infinity. */
    public Percentage {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a percentage is a finite number, not " + value);
        }
    }
}
