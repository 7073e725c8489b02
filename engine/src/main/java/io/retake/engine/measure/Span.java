package io.retake.engine.measure;

import java.time.Duration;

/** A stretch of a medium. */
public record Span(Duration from, Duration to) {
    /** Refuses one that ends before it begins. */
    public Span {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a stretch can't end before it begins: " + from + " to " + to);
        }
    }

    /** How long it is. */
    public Duration length() {
        return to.minus(from);
    }

    static Span seconds(double from, double to) {
        return new Span(Seconds.of(from), Seconds.of(to));
    }
}
