package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A part of a whole, 0 to 100 percent. */
public record Share(double percent) {

    /** Checks the range 0 to 100. */
    public Share {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(CoreMessages.text("value.share", Times.decimal(percent)));
        }
        percent = percent == 0 ? 0.0 : percent; // one zero, not two
    }
}
