package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Keeps a range and drops the rest. */
@Verb(
        group = Group.CUT,
        name = "trim",
        help = "Keep a range and remove the rest.",
        example = "trim from: 2.s, to: 12.s",
        sentence = "Trim from {from} to {to}[ on {on}]")
public record Trim(Moment from, Moment to, Target on) implements Edit, Ranged, Targeted {
    /** Rejects a range that keeps everything or nothing. */
    public Trim {
        Moment.requireOrder(from, to);
        Moment.requireSomething("trim", from, to);
    }
}
