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
 * @param choice what was chosen where the clause leaves it open; often nothing
 */
record Reading(List<Edit> edits, Optional<Phrase> problem, Optional<Phrase> choice) {
    /** It asks for edits, and leaves open which. */
    static final Reading OPEN = new Reading(List.of(), Optional.of(Phrase.of("task.open", "")), Optional.empty());

    Reading(List<Edit> edits, Optional<Phrase> problem) {
        this(edits, problem, Optional.empty());
    }

    static Optional<Reading> of(List<Edit> edits, Phrase choice) {
        return Optional.of(new Reading(List.copyOf(edits), Optional.empty(), Optional.of(choice)));
    }

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
