package io.retake.engine.agent;

import io.retake.engine.agent.read.Phrase;
import io.retake.engine.api.EngineException;

/** An edit that this timeline does not allow. Never leaves the room: {@link Applier} makes a refusal of it. */
final class Impossible extends EngineException {
    private static final long serialVersionUID = 1L;
    private final transient Phrase phrase;

    Impossible(Phrase phrase) {
        super(phrase.english());
        this.phrase = phrase;
    }

    static Impossible of(String english, String chinese, Object... args) {
        return new Impossible(Phrase.of(english, chinese, args));
    }

    Phrase phrase() {
        return phrase;
    }
}
