package io.retake.core.edit;

/** Goes back to a remembered timeline; this can be undone. */
@Verb(
        group = Group.HISTORY,
        name = "restore",
        help = "Goes back to a remembered timeline; this can be undone.",
        example = "restore 'rough cut'",
        sentence = "Restore the checkpoint {name}")
public record Restore(
        @Arg(help = "its name", positional = true) String name) implements Edit {
    /** Refuses an empty name. */
    public Restore {
        Names.require("restore", name);
    }
}
