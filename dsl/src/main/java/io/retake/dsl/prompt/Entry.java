package io.retake.dsl.prompt;

import io.retake.core.draft.Draft;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.run.DoneStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of the history and its outcome. Immutable.
 *
 * @param number from 1, in the order of their start
 * @param text the evaluated text
 * @param kind the kind of input
 * @param at the time when it began
 * @param state how it ended
 * @param took its duration
 * @param steps the steps done in it, in order
 * @param after the timeline when it ended; empty when no session was open
 */
public record Entry(
        int number,
        String text,
        Reading.Kind kind,
        Instant at,
        RunEvent.State state,
        Duration took,
        List<DoneStep> steps,
        Optional<Draft> after) {
    /** Copies the list. */
    public Entry {
        steps = List.copyOf(steps);
    }

    /** Returns the verbs of the vocabulary that the backend reports for it, in order; empty when it reports none. */
    public List<String> verbs() {
        return steps.stream()
                .flatMap(step -> StepText.edits(step).stream())
                .map(edit -> Vocabulary.of(edit).script(edit))
                .toList();
    }
}
