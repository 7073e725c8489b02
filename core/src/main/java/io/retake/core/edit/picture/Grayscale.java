package io.retake.core.edit.picture;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Removes color. */
@Verb(
        group = Group.PICTURE,
        name = "grayscale",
        help = "Convert to black and white.",
        example = "grayscale from: 0.s, to: 3.s",
        sentence = "Make it grayscale[ {range}][ on {on}]")
public record Grayscale(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** Of one range. */
    public Grayscale(Moment from, Moment to, Target on) {
        this(Ranges.of(from, to), on);
    }
}
