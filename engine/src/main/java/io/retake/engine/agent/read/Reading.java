package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * A rule's interpretation of a clause: edits, or the reason for there being none.
 *
 * @param edits in the order in which they are applied; empty with a problem
 * @param problem the reason; empty with edits
 */
record Reading(List<Edit> edits, Optional<Phrase> problem) {

    static Optional<Reading> of(Edit... edits) {
        return Optional.of(new Reading(List.of(edits), Optional.empty()));
    }

    static Optional<Reading> of(List<Edit> edits) {
        return Optional.of(new Reading(List.copyOf(edits), Optional.empty()));
    }

    static Optional<Reading> problem(String key, Object... values) {
        return Optional.of(new Reading(List.of(), Optional.of(Phrase.of(key, values))));
    }
}
