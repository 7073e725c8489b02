package io.retake.engine.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How loud a sound is, every 10 ms, and where it pauses. The line between pause and speech adapts: it lies a third of
 * the way from the noise floor to the speech, so that a hissing recording has pauses and a quiet voice is no pause.
 */
public final class SoundLevels {
    /** Length of a step. */
    static final double STEP = 0.01;

    static final double LOWEST = -90;

    /** The least difference in dB between loud and quiet with which a sound has pauses at all. */
    private static final double LEAST_RANGE = 8;

    /** Steps of a click in a pause: shorter than any sound of speech. */
    private static final int CLICK = 3;

    private final double[] decibels;

    SoundLevels(double[] decibels) {
        this.decibels = decibels;
    }

    /** Returns the pauses of at least that length, in order and disjoint. */
    public List<TimeSpan> pauses(Duration longerThan) {
        double threshold = threshold();
        List<TimeSpan> pauses = new ArrayList<>();
        int quietSince = -1;
        int loud = 0;
        for (int i = 0; i <= decibels.length; i++) {
            if (i < decibels.length && decibels[i] <= threshold) {
                quietSince = quietSince < 0 ? i : quietSince;
                loud = 0;
            } else if (++loud >= CLICK || i == decibels.length) {
                add(pauses, quietSince, i + 1 - loud, longerThan);
                quietSince = -1;
            }
        }
        return List.copyOf(pauses);
    }

    /**
     * Returns the ranges to cut: the pauses, less some room that stays beside speech. At the very start and end, only
     * the room on the side of the speech stays.
     */
    public List<TimeSpan> cuts(Duration longerThan, Duration room) {
        Duration end = Seconds.of(decibels.length * STEP);
        List<TimeSpan> cuts = new ArrayList<>();
        for (TimeSpan pause : pauses(longerThan)) {
            Duration from = pause.from().isZero() ? pause.from() : pause.from().plus(room);
            Duration to = pause.to().equals(end) ? pause.to() : pause.to().minus(room);
            if (to.compareTo(from) > 0) {
                cuts.add(new TimeSpan(from, to));
            }
        }
        return List.copyOf(cuts);
    }

    /** Returns the average level of a range in dBFS, by energy. */
    public double level(TimeSpan span) {
        int from = (int) Math.min(decibels.length, Math.round(Seconds.of(span.from()) / STEP));
        int to = (int) Math.min(decibels.length, Math.round(Seconds.of(span.to()) / STEP));
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += Math.pow(10, decibels[i] / 10);
        }
        return to > from ? Math.max(LOWEST, 10 * Math.log10(energy / (to - from) + 1e-12)) : LOWEST;
    }

    /**
     * Returns the level, in dBFS, at and below which it is a pause; minus infinity when the sound has no quiet parts.
     */
    public double threshold() {
        double[] calm = Numbers.smoothed(decibels, 3);
        double speech = Numbers.percentile(calm, 0.9);
        if (speech < -70) {
            return 0; // silent from end to end
        }
        double floor = Math.max(Numbers.percentile(calm, 0.04), speech - 50);
        double range = speech - floor;
        if (range < LEAST_RANGE) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.max(floor + 4, Math.min(floor + Math.max(5, 0.35 * range), speech - 18));
    }

    private static void add(List<TimeSpan> pauses, int from, int to, Duration longerThan) {
        if (from >= 0 && to > from && (to - from) * STEP >= Seconds.of(longerThan) - 1e-9) {
            pauses.add(TimeSpan.seconds(from * STEP, to * STEP));
        }
    }
}
