package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
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
        sentence = "Reverse it[ {range}][ on {on}]")
public record Reverse(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** Of one range. */
    public Reverse(Moment from, Moment to, Target on) {
        this(Ranges.of(from, to), on);
    }
}
