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
 * What was typed, and what became of it. Immutable.
 *
 * @param number from 1, in the order in which they began
 * @param text as it was evaluated
 * @param kind what it was taken for
 * @param at when it began
 * @param state how it ended
 * @param took how long it was
 * @param steps what was done in it, in order
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

    /** What the backend says that it did for it, as verbs of the vocabulary, in order; nothing where it says so otherwise. */
    public List<String> verbs() {
        return steps.stream()
                .flatMap(step -> StepText.edits(step).stream())
                .map(edit -> Vocabulary.of(edit).script(edit))
                .toList();
    }
}
