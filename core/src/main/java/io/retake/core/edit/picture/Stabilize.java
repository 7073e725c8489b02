package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;

/** Stabilizes the camera. */
@Verb(
        group = Group.PICTURE,
        name = "stabilize",
        help = "Stabilize shaky footage.",
        example = "stabilize()",
        sentence = "Stabilize the footage[ {strength}][ on {on}]")
public record Stabilize(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Target on) implements Edit, Targeted {}
