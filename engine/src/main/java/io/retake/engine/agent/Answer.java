package io.retake.engine.agent;

import io.retake.engine.timeline.Project;
import java.util.List;

/**
 * The agent's answer to a message.
 *
 * @param next the project afterwards; the same object as before when nothing changed
 * @param text the outcome of each clause, and the timeline afterwards, in the message's language
 * @param steps the operations that were run, in order
 * @param undone the parts without an operation, in order; with the refused steps, everything that was not done
 */
public record Answer(Project next, String text, List<AgentStep> steps, List<Undone> undone) {
    /** Copies. */
    public Answer {
        steps = List.copyOf(steps);
        undone = List.copyOf(undone);
    }

    /** Returns a copy that says one thing more. */
    public Answer with(String more) {
        return new Answer(next, text + "\n" + more, steps, undone);
    }
}
