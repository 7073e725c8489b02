package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Plays backwards, picture and sound. */
@Verb(
        group = Group.PACE,
        name = "reverse",
        help = "Play picture and sound backwards.",
        example = "reverse()",
        sentence = "Reverse it[ from {from} to {to}][ on {on}]")
public record Reverse(Moment from, Moment to, Target on) implements Edit, Ranged, Targeted {
    /** Checks the order of the range. */
    public Reverse {
        Moment.requireOrder(from, to);
    }
}
