package io.retake.core.edit;

/** Takes noise out of the picture. */
@Verb(
        group = Group.PICTURE,
        name = "denoise",
        help = "Takes noise out of the picture.",
        example = "denoise()",
        sentence = "Denoise the picture[ {strength}][ on {on}]")
public record Denoise(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        @Arg(help = "what it applies to", byDefault = "everything")
        Target on)
        implements Edit, Targeted {}
