package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;

/** Zooms slowly in or out. */
@Verb(
        group = Group.FRAME,
        name = "zoom",
        help = "Zoom slowly into the picture.",
        example = "zoom 1.3, from: 2.s, to: 6.s",
        sentence = "Zoom to {factor}[ {range}][ on {on}]")
public record Zoom(
        @Arg(help = "final zoom factor, 1.01 to 10", positional = true)
        Factor factor,

        Ranges range,
        Target on) implements Edit, Ranged, Targeted {
    /** Checks the factor and the order of the range. */
    public Zoom {
        if (factor.value() < 1.01 || factor.value() > 10) {
            throw new IllegalArgumentException(CoreMessages.text("zoom.factor", Times.decimal(factor.value())));
        }
    }

    /** Of one range. */
    public Zoom(Factor factor, Moment from, Moment to, Target on) {
        this(factor, Ranges.of(from, to), on);
    }
}
