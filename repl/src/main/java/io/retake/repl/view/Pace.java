package io.retake.repl.view;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a transfer goes, and how long it will still take. The rate follows the last few seconds: an average over
 * all of it would go on promising what a slow line can't keep. Not thread-safe.
 */
final class Pace {
    /** The time after which an old measurement counts for 1/e. */
    private static final double MEMORY_SECONDS = 3;
    /** Before that a guess jumps about too much to be worth reading. */
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

    /** The part of the whole that is done in a second; empty while that is not known. */
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
