package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Finds cuts inside a shot and softens them. */
@Verb(
        group = Group.PACE,
        name = "smoothJumpCuts",
        help = "Find cuts inside a shot and soften them.",
        example = "smoothJumpCuts()",
        sentence = "Smooth the jump cuts[ on {on}]")
public record SmoothJumpCuts(Target on) implements Edit, Targeted {}
