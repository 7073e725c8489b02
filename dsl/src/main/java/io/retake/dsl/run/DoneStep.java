package io.retake.dsl.run;

import io.retake.core.client.message.ToolUse;
import io.retake.dsl.plan.Step;
import java.util.List;

/**
 * A step that was done, for a history.
 *
 * @param step what it was
 * @param changed whether the timeline is another one since; false for what was only uploaded, looked at or exported
 * @param tools what the backend did for it, as far as it says
 * @param standing whether it was done in the session that a prompt keeps open, not in one that a block opened
 */
public record DoneStep(Step step, boolean changed, List<ToolUse> tools, boolean standing) {
    /** Copies the list. */
    public DoneStep {
        tools = List.copyOf(tools);
    }
}
