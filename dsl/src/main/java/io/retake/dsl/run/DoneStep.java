package io.retake.dsl.run;

import io.retake.core.client.message.ToolUse;
import io.retake.dsl.plan.Step;
import java.util.List;

/**
 * A completed step, for the history.
 *
 * @param step the step
 * @param changed whether it changed the timeline; false for uploads, queries and exports
 * @param tools the tools that the backend reported using for it
 * @param standing whether it was done in the session that a prompt keeps open, not in one that a block opened
 */
public record DoneStep(Step step, boolean changed, List<ToolUse> tools, boolean standing) {
    /** Copies the list. */
    public DoneStep {
        tools = List.copyOf(tools);
    }
}
