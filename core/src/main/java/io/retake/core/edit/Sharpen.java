package io.retake.core.edit;

/** Makes edges crisper. */
@Verb(
        group = Group.PICTURE,
        name = "sharpen",
        help = "Makes edges crisper.",
        example = "sharpen light",
        sentence = "Sharpen the picture[ {strength}][ on {on}]")
public record Sharpen(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        @Arg(help = "what it applies to", byDefault = "everything")
        Target on)
        implements Edit, Targeted {}
