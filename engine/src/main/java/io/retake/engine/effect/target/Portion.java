package io.retake.engine.effect.target;

/** The part of a range that a piece covers, from 0 to 1. */
public record Portion(double from, double to) {
    /** The whole range. */
    public static final Portion WHOLE = new Portion(0, 1);

    /** Whether the stretch begins with it. */
    public boolean isFirst() {
        return from <= 0;
    }

    /** Whether the stretch ends with it. */
    public boolean isLast() {
        return to >= 1;
    }
}
