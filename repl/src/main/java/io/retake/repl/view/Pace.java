package io.retake.repl.view;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates the rate of a transfer and the time left. The rate follows the last few seconds: an overall average would
 * stay too optimistic after a slowdown. Not thread-safe.
 */
final class Pace {
    /** Time constant: an old measurement decays to 1/e after it. */
    private static final double MEMORY_SECONDS = 3;
    /** No estimate before this: it would fluctuate too much. */
    private static final double SETTLED_SECONDS = 1;

    private final long begin;
    private long lastTime;
    private double lastFraction;
    private double rate;

    Pace(long nanoTime, double fraction) {
        begin = nanoTime;
        lastTime = nanoTime;
        lastFraction = fraction;
    }

    void reached(double fraction, long nanoTime) {
        double seconds = (nanoTime - lastTime) / 1e9;
        if (seconds < 0.05) {
            return;
        }
        double now = Math.max(0, fraction - lastFraction) / seconds;
        double weight = rate == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
        rate += (now - rate) * weight;
        lastTime = nanoTime;
        lastFraction = fraction;
    }

    /** Returns the fraction of the whole per second; empty while unknown. */
    Optional<Double> perSecond() {
        return rate > 0 && (lastTime - begin) / 1e9 >= SETTLED_SECONDS ? Optional.of(rate) : Optional.empty();
    }

    Optional<Duration> left() {
        return perSecond()
                .map(perSecond -> (1 - lastFraction) / perSecond)
                .filter(seconds -> seconds < 360_000)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
