package io.retake.core.edit;

/** Finds the shots; their times are in the state and can be selected. */
@Verb(
        name = "scenes",
        help = "Finds the shots; their times are in the state and can be selected.",
        example = "scenes()",
        sentence = "Find the scenes[ on {on}]")
public record FindScenes(
        @Arg(help = "what it applies to", byDefault = "everything")
        Target on) implements Edit, Targeted {}
