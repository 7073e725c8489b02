package io.retake.engine.timeline;

import io.retake.engine.api.EngineException;
import io.retake.engine.phrase.Phrase;

/** An edit this timeline does not allow. The rules throw it; {@code Applier} turns it into a refusal. */
public final class EditRejected extends EngineException {
    private static final long serialVersionUID = 1L;
    private final transient Phrase phrase;

    EditRejected(Phrase phrase) {
        super(phrase.english());
        this.phrase = phrase;
    }

    /** Returns one with this reason, a key of {@link Phrase#of}. */
    public static EditRejected of(String key, Object... values) {
        return new EditRejected(Phrase.of(key, values));
    }

    public Phrase phrase() {
        return phrase;
    }
}
