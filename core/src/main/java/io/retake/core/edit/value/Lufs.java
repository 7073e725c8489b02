package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** Integrated loudness by EBU R128, -70 to -5 LUFS. */
public record Lufs(double value) {

    /** Checks the range -70 to -5. */
    public Lufs {
        if (!(value >= -70 && value <= -5)) {
            throw new IllegalArgumentException(CoreMessages.text("value.loudness", Times.decimal(value)));
        }
    }
}
