package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A relative change in percent: -100 to +100; 0 is no change. */
public record Change(double percent) {

    /** Checks the range -100 to +100. */
    public Change {
        if (!(percent >= -100 && percent <= 100)) {
            throw new IllegalArgumentException(CoreMessages.text("value.change", Times.decimal(percent)));
        }
        percent = percent == 0 ? 0.0 : percent; // one zero, not two: equality and the sentence agree
    }

    /** Returns whether nothing changes. */
    public boolean isNone() {
        return percent == 0;
    }
}
