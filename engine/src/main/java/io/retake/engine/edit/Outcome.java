package io.retake.engine.edit;

import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Project;

/** The outcome of an edit. */
public sealed interface Outcome {

    /** The message for the user. */
    Phrase phrase();

    /** The project after it; for {@link Refused} and {@link Unchanged} the one before. */
    Project project();

    /** The edit was applied. */
    record Done(Project project, Phrase phrase) implements Outcome {}

    /** The project already was as requested; nothing changed. */
    record Unchanged(Project project, Phrase phrase) implements Outcome {}

    /** The edit is impossible on this timeline; nothing changed. */
    record Refused(Project project, Phrase phrase) implements Outcome {}
}
