package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** A part of a message and its interpretation. */
public sealed interface Clause {

    /** Returns the user's own words. */
    String words();

    /**
     * It requests these edits.
     *
     * @param choice what was chosen where the words leave it open; often nothing
     */
    record Understood(String words, List<Edit> edits, Optional<Phrase> choice) implements Clause {
        /** Copies the list. */
        public Understood {
            edits = List.copyOf(edits);
        }

        /** It leaves nothing open. */
        public Understood(String words, List<Edit> edits) {
            this(words, edits, Optional.empty());
        }
    }

    /** It asks for edits and names none: "edit my clips". */
    record Open(String words) implements Clause {}

    /**
     * It was understood but requests nothing that is possible; the phrase says why.
     *
     * @param remark whether it only describes something, which may be the reason for the next clause
     */
    record NotPossible(String words, Phrase why, boolean remark) implements Clause {}

    /**
     * It was not understood; the phrase says so and suggests similar sentences.
     *
     * @param nearest similar sentences that are understood
     * @param start its start in the message without leading blanks
     * @param end its end, exclusive
     * @param from where the clause before it ends; words in between say nothing here, but may to another reader
     * @param to where the clause after it starts
     */
    record NotUnderstood(String words, Phrase why, Phrase nearest, int start, int end, int from, int to)
            implements Clause {}
}
