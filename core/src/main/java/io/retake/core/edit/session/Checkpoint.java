package io.retake.core.edit.session;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;

/** Saves the current timeline under a name. */
@Verb(
        group = Group.HISTORY,
        name = "checkpoint",
        help = "Save the timeline under a name.",
        example = "checkpoint 'rough cut'",
        sentence = "Save the checkpoint {name}")
public record Checkpoint(
        @Arg(help = "its name", positional = true) String name) implements Edit {
    /** Rejects an empty name. */
    public Checkpoint {
        Names.require("checkpoint", name);
    }
}
