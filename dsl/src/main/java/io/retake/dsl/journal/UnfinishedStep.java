package io.retake.dsl.journal;

import java.util.Optional;

/**
 * A step that a run had begun when its process ended, or that may still run at the backend.
 *
 * @param run the run's id
 * @param number its number in the run's journal
 * @param text its description, a few words
 * @param before the fingerprint of the timeline before a message, by {@code PromptRuns.fingerprint}; empty for another
 *     step
 * @param render the render; empty for another step
 */
public record UnfinishedStep(String run, int number, String text, String before, Optional<UnfinishedRender> render) {

    /** Returns whether it is a message. */
    public boolean isMessage() {
        return !before.isEmpty();
    }
}
