package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Rotates the picture clockwise. */
@Verb(
        group = Group.FRAME,
        name = "rotate",
        help = "Rotate the picture clockwise.",
        example = "rotate 90",
        sentence = "Rotate by {degrees} degrees[ {range}][ on {on}]")
public record Rotate(
        @Arg(help = "90, 180 or 270, clockwise", positional = true)
        int degrees,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** Checks for quarter turns. */
    public Rotate {
        if (degrees != 90 && degrees != 180 && degrees != 270) {
            throw new IllegalArgumentException(CoreMessages.text("rotate.degrees", degrees));
        }
    }

    /** On the whole of its target. */
    public Rotate(int degrees, Target on) {
        this(degrees, Ranges.ALL, on);
    }
}
