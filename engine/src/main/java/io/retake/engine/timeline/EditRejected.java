package io.retake.engine.timeline;

import io.retake.engine.agent.read.Phrase;
import io.retake.engine.api.EngineException;

/** An edit this timeline does not allow. The rules throw it; {@code Applier} turns it into a refusal. */
public final class EditRejected extends EngineException {
    private static final long serialVersionUID = 1L;
    private final transient Phrase phrase;

    EditRejected(Phrase phrase) {
        super(phrase.english());
        this.phrase = phrase;
    }

    public static EditRejected of(String english, String chinese, Object... args) {
        return new EditRejected(Phrase.of(english, chinese, args));
    }

    public Phrase phrase() {
        return phrase;
    }
}
