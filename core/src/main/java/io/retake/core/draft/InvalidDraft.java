package io.retake.core.draft;

import io.retake.core.RetakeException;

/** JSON that is not a timeline; the message gives the place and the value found. */
public final class InvalidDraft extends RetakeException {
    private static final long serialVersionUID = 1L;

    InvalidDraft(String where, String wrong) {
        super("not a timeline: " + where + " " + wrong, "send the draft as the state call returned it");
    }

    InvalidDraft(String message, Throwable cause) {
        super("not a timeline: " + message, "send the draft as the state call returned it", cause);
    }
}
