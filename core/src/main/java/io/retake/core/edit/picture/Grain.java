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

/** Adds film grain. */
@Verb(
        group = Group.PICTURE,
        name = "grain",
        help = "Add film grain that moves from frame to frame.",
        example = "grain light",
        sentence = "Add film grain[ at {strength} strength][ {range}][ on {on}]")
public record Grain(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public Grain(Strength strength, Target on) {
        this(strength, Ranges.ALL, on);
    }
}
