package io.retake.engine.process;

import io.retake.engine.phrase.EngineMessages;

/** The work was cancelled, and its unfinished files are removed. */
public final class Cancelled extends MediaException {
    private static final long serialVersionUID = 1L;

    public Cancelled(String what) {
        super(EngineMessages.text("process.cancelled", what));
    }
}
