package io.retake.core.edit;

/** Measures the footage and corrects its colour, contrast and brightness. */
@Verb(
        group = Group.PICTURE,
        name = "color auto",
        help = "Measures the footage and corrects its colour, contrast and brightness.",
        example = "color auto",
        sentence = "Fix the color automatically[ on {on}]")
public record AutoColor(
        @Arg(help = "what it applies to", byDefault = "everything")
        Target on) implements Edit, Targeted {}
