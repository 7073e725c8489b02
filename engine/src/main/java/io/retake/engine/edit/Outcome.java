package io.retake.engine.edit;

import io.retake.engine.agent.read.Phrase;
import io.retake.engine.timeline.Project;

/** What became of an edit. */
public sealed interface Outcome {

    /** What to tell the person. */
    Phrase phrase();

    /** The project after it; for {@link Refused} and {@link Unchanged} the one before. */
    Project project();

    /** It was done. */
    record Done(Project project, Phrase phrase) implements Outcome {}

    /** There was nothing to do: what was asked for is so already. */
    record Unchanged(Project project, Phrase phrase) implements Outcome {}

    /** It can't be done on this timeline, and nothing was changed. */
    record Refused(Project project, Phrase phrase) implements Outcome {}
}
