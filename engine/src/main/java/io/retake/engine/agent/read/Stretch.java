package io.retake.engine.agent.read;

import io.retake.core.edit.value.Moment;

/** A range as it was said: its moments, and in which way. */
record Stretch(Moment from, Moment to, Form form) {

    enum Form {
        /** From here to there. */
        INTERVAL,
        /** The first, the last, a share; before or after a moment. */
        EDGE,
        /** From here on. */
        OPEN
    }
}
