package io.retake.core.edit.session;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;

/** Redoes undone changes. */
@Verb(
        group = Group.HISTORY,
        name = "redo",
        help = "Redo undone changes.",
        example = "redo()",
        sentence = "Redo[ the last {steps} changes]")
public record Redo(
        @Arg(help = "number of changes", byDefault = "1", positional = true)
        int steps) implements Edit {
    /** Checks the range 1 to 1000. */
    public Redo {
        if (steps < 1 || steps > 1000) {
            throw new IllegalArgumentException(CoreMessages.text("redo.steps", steps));
        }
    }
}
