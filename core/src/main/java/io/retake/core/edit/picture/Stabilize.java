package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
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
        sentence = "Stabilize the footage[ {strength}][ {range}][ on {on}]")
public record Stabilize(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public Stabilize(Strength strength, Target on) {
        this(strength, Ranges.ALL, on);
    }
}
