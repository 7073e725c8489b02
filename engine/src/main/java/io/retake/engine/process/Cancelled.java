package io.retake.engine.process;

/** The work was cancelled, and its unfinished files are removed. */
public final class Cancelled extends MediaException {
    private static final long serialVersionUID = 1L;

    public Cancelled(String what) {
        super(what + " was cancelled; nothing was written.");
    }
}
