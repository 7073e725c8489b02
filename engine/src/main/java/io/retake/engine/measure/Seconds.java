package io.retake.engine.measure;

import java.time.Duration;

/** Seconds as numbers and as durations; microseconds are exact enough for a frame and a sample. */
final class Seconds {
    private Seconds() {}

    static Duration of(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e6) * 1000);
    }

    static double of(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
