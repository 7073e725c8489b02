package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** An {@link Interpreter}'s reading of a sentence. */
public sealed interface Interpretation {

    /** The sentence asks for these edits; there is at least one. */
    record Edits(List<Edit> edits) implements Interpretation {
        /** Copies. */
        public Edits {
            edits = List.copyOf(edits);
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("an interpretation without edits");
            }
        }
    }

    /** The model answered, but with no edit. */
    record Nothing(Phrase why) implements Interpretation {}

    /** The model did not answer: asking again at once makes no sense. */
    record Unanswered(Phrase why) implements Interpretation {}
}
