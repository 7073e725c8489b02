package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Target;

/** Mirrors the picture. */
@Verb(
        group = Group.FRAME,
        name = "flip",
        help = "Mirror the picture.",
        example = "flip horizontal",
        sentence = "Flip it {direction}[ {range}][ on {on}]")
public record Flip(
        @Arg(help = "left to right or upside down", byDefault = "horizontal", positional = true)
        Direction direction,

        Ranges range,

        Target on)
        implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public Flip(Direction direction, Target on) {
        this(direction, Ranges.ALL, on);
    }
}
