package io.retake.core.edit.picture;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Measures the footage and corrects its color, contrast and brightness. */
@Verb(
        group = Group.PICTURE,
        name = "color auto",
        help = "Measure the footage and correct its color, contrast and brightness.",
        example = "color auto",
        sentence = "Fix the color automatically[ {range}][ on {on}]")
public record AutoColor(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public AutoColor(Target on) {
        this(Ranges.ALL, on);
    }
}
