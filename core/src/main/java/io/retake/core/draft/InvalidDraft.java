package io.retake.core.draft;

import io.retake.core.CoreMessages;
import io.retake.core.RetakeException;

/** JSON that is not a timeline; the message gives the place and the value found. */
public final class InvalidDraft extends RetakeException {
    private static final long serialVersionUID = 1L;

    InvalidDraft(String where, String wrong) {
        super(CoreMessages.text("draft.not-a-timeline-at", where, wrong), CoreMessages.text("draft.advice"));
    }

    InvalidDraft(String message, Throwable cause) {
        super(CoreMessages.text("draft.not-a-timeline", message), CoreMessages.text("draft.advice"), cause);
    }
}
