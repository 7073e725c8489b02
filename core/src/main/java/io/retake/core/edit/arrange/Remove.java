package io.retake.core.edit.arrange;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Deletes a range and closes the gap. */
@Verb(
        group = Group.CUT,
        name = "remove",
        help = "Delete a range and close the gap.",
        example = "remove from: 3.s, to: 5.s",
        sentence = "Remove {range}[ on {on}]")
public record Remove(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** Rejects an empty range, and the whole timeline. */
    public Remove {
        if (on.equals(Target.EVERYTHING)) {
            range.requireSomething("remove");
        }
    }

    /** Of one range. */
    public Remove(Moment from, Moment to, Target on) {
        this(Ranges.of(from, to), on);
    }
}
