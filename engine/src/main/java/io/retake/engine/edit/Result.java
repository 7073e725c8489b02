package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.engine.phrase.Phrase;

/** The timeline after an edit, the very same object when nothing changed, and the message for the user. */
record Result(Draft draft, Phrase phrase) {

    /** Returns whether the timeline is unchanged. Compares identity, which is cheap on a long timeline. */
    @SuppressWarnings("ReferenceEquality")
    boolean isUnchangedFrom(Draft before) {
        return draft == before;
    }

    /** Appends a sentence to the message; an English one begins with a space. */
    Result and(Phrase more) {
        return new Result(draft, phrase.and(more));
    }

    static Result of(Draft draft, String key, Object... values) {
        return new Result(draft, Phrase.of(key, values));
    }
}
