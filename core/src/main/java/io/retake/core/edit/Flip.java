package io.retake.core.edit;

/** Mirrors the picture. */
@Verb(
        group = Group.FRAME,
        name = "flip",
        help = "Mirrors the picture.",
        example = "flip horizontal",
        sentence = "Flip it {direction}[ on {on}]")
public record Flip(
        @Arg(help = "left to right or upside down", byDefault = "horizontal", positional = true)
        Direction direction,

        @Arg(help = "what it applies to", byDefault = "everything")
        Target on)
        implements Edit, Targeted {}
