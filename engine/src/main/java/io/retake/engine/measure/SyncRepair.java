package io.retake.engine.measure;

import java.time.Duration;

/**
 * The sync of a file's sound against its picture, by the file's own times: how much they begin apart, and whether one
 * is longer by a factor, as when a camera's clock and a recorder's differ. Without a second recording nothing else can
 * be known.
 *
 * @param earlier how much earlier the sound must begin; negative for later, zero when they begin together
 * @param stretch the factor on the sound's length; 1 when the lengths agree, or differ by so much that one just ended
 */
public record SyncRepair(Duration earlier, double stretch) {
    /** Seconds; a smaller offset goes unnoticed (ITU-R BT.1359: sound 45 ms early or 125 ms late). */
    private static final double NOTICED = 0.045;

    private static final double LEAST_DRIFT = 0.0008;
    private static final double MOST_DRIFT = 0.02;

    /** Returns whether the file needs a correction. */
    public boolean isNeeded() {
        return !earlier.isZero() || stretch != 1;
    }

    static SyncRepair of(double pictureStart, double pictureEnd, double soundStart, double soundEnd) {
        double apart = soundStart - pictureStart;
        double picture = pictureEnd - pictureStart;
        double sound = soundEnd - soundStart;
        double drift = sound > 0 ? picture / sound - 1 : 0;
        boolean drifts = Math.abs(picture - sound) > 2 * NOTICED
                && Math.abs(drift) >= LEAST_DRIFT
                && Math.abs(drift) <= MOST_DRIFT;
        return new SyncRepair(Math.abs(apart) > NOTICED ? Seconds.of(apart) : Duration.ZERO, drifts ? 1 + drift : 1);
    }
}
