package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** Frames per second, 1 to 240; 29.97 and the like mean the NTSC rates (30000/1001). */
public record FrameRate(double value) {

    /** Checks the range 1 to 240. */
    public FrameRate {
        if (!(value >= 1 && value <= 240)) {
            throw new IllegalArgumentException(CoreMessages.text("value.frame-rate", Times.decimal(value)));
        }
    }
}
