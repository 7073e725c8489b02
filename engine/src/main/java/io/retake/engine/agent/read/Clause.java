package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import java.util.List;

/** A part of a message, as far as it was understood. */
public sealed interface Clause {

    /** The person's own words. */
    String words();

    /** It asks for these edits. */
    record Understood(String words, List<Edit> edits) implements Clause {
        /** Copies. */
        public Understood {
            edits = List.copyOf(edits);
        }
    }

    /** It asks for nothing that can be done; the phrase says why, and what is nearest. */
    record NotUnderstood(String words, Phrase why) implements Clause {}
}
