package io.retake.core.edit.value;

/** A bare percentage, as a script says {@code 35.percent}; the argument it is given to makes a level or a change of it. */
public record Percentage(double value) {

    /** Refuses what is no number. */
    public Percentage {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a percentage is a finite number, not " + value);
        }
    }
}
