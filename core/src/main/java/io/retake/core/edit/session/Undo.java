package io.retake.core.edit.session;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;

/** Undoes the last change, or several. */
@Verb(
        group = Group.HISTORY,
        name = "undo",
        help = "Undo the last change, or several.",
        example = "undo",
        sentence = "Undo[ the last {steps} changes]")
public record Undo(
        @Arg(help = "number of changes", byDefault = "1", positional = true)
        int steps) implements Edit {
    /** Checks the range 1 to 1000. */
    public Undo {
        if (steps < 1 || steps > 1000) {
            throw new IllegalArgumentException(CoreMessages.text("undo.steps", steps));
        }
    }
}
