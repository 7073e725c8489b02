package io.retake.core.edit.value;

/** Integrated loudness by EBU R128, -70 to -5 LUFS. */
public record Lufs(double value) {

    /** Checks the range -70 to -5. */
    public Lufs {
        if (!(value >= -70 && value <= -5)) {
            throw new IllegalArgumentException("a loudness is -70 to -5 LUFS, not " + Times.decimal(value)
                    + " (streaming asks for -14, European broadcast for -23)");
        }
    }
}
