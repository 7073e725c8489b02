package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import java.util.List;
import java.util.Optional;

/**
 * What a rule made of a clause: edits, or why it can't be any.
 *
 * @param edits in the order they are done; empty with a problem
 * @param problem why not; empty with edits
 */
record Reading(List<Edit> edits, Optional<Phrase> problem) {

    static Optional<Reading> of(Edit... edits) {
        return Optional.of(new Reading(List.of(edits), Optional.empty()));
    }

    static Optional<Reading> of(List<Edit> edits) {
        return Optional.of(new Reading(List.copyOf(edits), Optional.empty()));
    }

    static Optional<Reading> problem(String english, String chinese, Object... args) {
        return Optional.of(new Reading(List.of(), Optional.of(Phrase.of(english, chinese, args))));
    }
}
