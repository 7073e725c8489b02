package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** A part of a message, as far as it was understood. */
public sealed interface Clause {

    /** The user's own words. */
    String words();

    /** It asks for these edits. */
    record Understood(String words, List<Edit> edits) implements Clause {
        /** Copies. */
        public Understood {
            edits = List.copyOf(edits);
        }
    }

    /**
     * It was made sense of, and asks for nothing that can be done; the phrase says why.
     *
     * @param remark whether it only says how something is, which may be the reason for the clause behind it
     */
    record NotPossible(String words, Phrase why, boolean remark) implements Clause {}

    /**
     * No sense could be made of it; the phrase says so, and what is nearest.
     *
     * @param nearest what would be understood
     * @param start where it begins in the message, blanks at the message's ends aside
     * @param end where it ends, exclusive
     */
    record NotUnderstood(String words, Phrase why, Phrase nearest, int start, int end) implements Clause {}
}
