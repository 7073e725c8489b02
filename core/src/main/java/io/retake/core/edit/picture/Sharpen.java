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

/** Sharpens edges. */
@Verb(
        group = Group.PICTURE,
        name = "sharpen",
        help = "Sharpen the picture.",
        example = "sharpen light",
        sentence = "Sharpen the picture[ {strength}][ {range}][ on {on}]")
public record Sharpen(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public Sharpen(Strength strength, Target on) {
        this(strength, Ranges.ALL, on);
    }
}
