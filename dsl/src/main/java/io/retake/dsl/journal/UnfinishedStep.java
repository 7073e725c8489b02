package io.retake.dsl.journal;

import java.util.Optional;

/**
 * A step that a run had begun when its process ended, or that goes on at the backend since.
 *
 * @param run the run's id
 * @param number its number in the run's journal
 * @param text what it does, in a few words
 * @param before the timeline before a message, as {@code PromptRuns.fingerprint} tells it; empty for another step
 * @param render the render; empty for another step
 */
public record UnfinishedStep(String run, int number, String text, String before, Optional<UnfinishedRender> render) {

    /** Whether a message was on its way. */
    public boolean isMessage() {
        return !before.isEmpty();
    }
}
