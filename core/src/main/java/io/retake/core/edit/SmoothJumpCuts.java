package io.retake.core.edit;

/** Finds cuts inside a shot and softens them. */
@Verb(
        group = Group.PACE,
        name = "smoothJumpCuts",
        help = "Finds cuts inside a shot and softens them.",
        example = "smoothJumpCuts()",
        sentence = "Smooth the jump cuts[ on {on}]")
public record SmoothJumpCuts(
        @Arg(help = "what it applies to", byDefault = "everything")
        Target on) implements Edit, Targeted {}
