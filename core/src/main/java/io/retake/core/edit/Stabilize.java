package io.retake.core.edit;

/** Steadies the camera. */
@Verb(
        group = Group.PICTURE,
        name = "stabilize",
        help = "Steadies the camera.",
        example = "stabilize()",
        sentence = "Stabilize the footage[ {strength}][ on {on}]")
public record Stabilize(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        @Arg(help = "what it applies to", byDefault = "everything")
        Target on)
        implements Edit, Targeted {}
