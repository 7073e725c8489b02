package io.retake.engine.measure;

import java.time.Duration;

/** A range of a medium. */
public record TimeSpan(Duration from, Duration to) {
    /** Rejects a range that ends before it begins. */
    public TimeSpan {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a stretch can't end before it begins: " + from + " to " + to);
        }
    }

    /** Returns the length. */
    public Duration length() {
        return to.minus(from);
    }

    static TimeSpan seconds(double from, double to) {
        return new TimeSpan(Seconds.of(from), Seconds.of(to));
    }
}
