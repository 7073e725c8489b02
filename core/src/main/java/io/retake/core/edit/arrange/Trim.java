package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
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
        sentence = "Trim {range}[ on {on}]")
public record Trim(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** Rejects a range that keeps everything or nothing. */
    public Trim {
        range.requireSomething("trim");
    }

    /** Of one range. */
    public Trim(Moment from, Moment to, Target on) {
        this(Ranges.of(from, to), on);
    }
}
