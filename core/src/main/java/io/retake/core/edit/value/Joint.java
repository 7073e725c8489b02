package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A joint between clips. */
public sealed interface Joint {

    /** Every joint of the timeline. */
    Joint ALL = new All();

    /** Every joint of the timeline. */
    record All() implements Joint {}

    /** The joint between one clip and the next; counted from 1. */
    record Between(int first, int second) implements Joint {
        /** Rejects clips that are not adjacent. */
        public Between {
            if (first < 1 || second != first + 1) {
                throw new IllegalArgumentException(CoreMessages.text("transition.neighbors", first, second));
            }
        }
    }
}
