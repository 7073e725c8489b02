package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Plays faster or slower; the sound keeps its pitch. */
@Verb(
        group = Group.PACE,
        name = "speed",
        help = "Play faster or slower, keeping the pitch of the sound.",
        example = "speed 1.5",
        sentence = "Set the speed to {factor}[ from {from} to {to}][ on {on}]")
public record Speed(
        @Arg(help = "speed factor, 0.05 to 100", positional = true)
        Factor factor,

        Moment from,
        Moment to,
        Target on) implements Edit, Ranged, Targeted {
    /** Checks the order of the range. */
    public Speed {
        Moment.requireOrder(from, to);
    }
}
