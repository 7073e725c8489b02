package io.retake.engine.agent;

import io.retake.engine.timeline.Project;
import java.util.List;

/**
 * What the agent made of a message.
 *
 * @param next the project after it; the same as before when nothing was changed
 * @param text what it did and what it did not, clause by clause, and the timeline as it is now; in the message's language
 * @param steps the operations it ran, in order
 * @param undone what it ran none for, in order: with refused steps, what of the message was not done
 */
public record Answer(Project next, String text, List<Step> steps, List<Undone> undone) {
    /** Copies. */
    public Answer {
        steps = List.copyOf(steps);
        undone = List.copyOf(undone);
    }
}
