package io.retake.core.edit.session;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;

/** Restores a saved timeline; this can be undone. */
@Verb(
        group = Group.HISTORY,
        name = "restore",
        help = "Go back to a checkpoint; this can be undone.",
        example = "restore 'rough cut'",
        sentence = "Restore the checkpoint {name}")
public record Restore(
        @Arg(help = "its name", positional = true) String name) implements Edit {
    /** Rejects an empty name. */
    public Restore {
        Names.require("restore", name);
    }
}
