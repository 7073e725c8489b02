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

/** Darkens the edges of the picture. */
@Verb(
        group = Group.PICTURE,
        name = "vignette",
        help = "Darken the edges of the picture, most in the corners.",
        example = "vignette light",
        sentence = "Add a vignette[ at {strength} strength][ {range}][ on {on}]")
public record Vignette(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public Vignette(Strength strength, Target on) {
        this(strength, Ranges.ALL, on);
    }
}
