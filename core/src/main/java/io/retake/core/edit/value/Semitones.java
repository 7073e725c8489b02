package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A shift of pitch by up to two octaves; negative is lower. */
public record Semitones(int count) {
    private static final int MOST = 24;

    /** Checks the range -24 to 24. */
    public Semitones {
        if (count < -MOST || count > MOST) {
            throw new IllegalArgumentException(CoreMessages.text("value.semitones", count));
        }
    }

    /** Returns the factor on frequencies. */
    public double factor() {
        return Math.pow(2, count / 12.0);
    }
}
