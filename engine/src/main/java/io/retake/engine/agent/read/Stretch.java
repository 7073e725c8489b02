package io.retake.engine.agent.read;

import io.retake.core.edit.value.Moment;

/** A range of time, and the form in which it was given. */
record Stretch(Moment from, Moment to, Form form) {

    enum Form {
        /** From one moment to another. */
        INTERVAL,
        /** The first or last part, a fraction, or the part before or after a moment. */
        EDGE,
        /** From a moment on. */
        OPEN
    }
}
