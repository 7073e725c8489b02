package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.engine.agent.read.Phrase;

/** The timeline after an edit, the very same object when nothing changed, and what to tell the person. */
record Result(Draft draft, Phrase phrase) {

    static Result of(Draft draft, String english, String chinese, Object... args) {
        return new Result(draft, Phrase.of(english, chinese, args));
    }
}
