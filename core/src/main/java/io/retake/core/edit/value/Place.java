package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** The destination of something that moves. */
public sealed interface Place {

    /** An end of the timeline. */
    enum Edge implements Place {
        /** Before all others, or at the start. */
        FIRST,
        /** After all others, or at the end. */
        LAST
    }

    /** Right before or after something else. */
    record Beside(boolean after, Target other) implements Place {
        /** Rejects a place beside the whole timeline. */
        public Beside {
            if (other instanceof Target.Everything) {
                throw new IllegalArgumentException(CoreMessages.text("move.beside-everything"));
            }
        }
    }

    /** A time. */
    record At(Moment moment) implements Place {}
}
