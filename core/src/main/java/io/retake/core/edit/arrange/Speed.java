package io.retake.core.edit.arrange;

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
import java.time.Duration;
import java.util.Optional;

/** Plays faster or slower, by a factor or to fit a length; the sound keeps its pitch. */
@Verb(
        group = Group.PACE,
        name = "speed",
        help = "Play faster or slower, by a factor or to fit a length, keeping the pitch of the sound.",
        example = "speed 1.5",
        sentence = {
            "Set the speed to {factor}[ {range}][ on {on}]",
            "Change the speed to last {fit}[ {range}][ on {on}]"
        })
public record Speed(
        @Arg(help = "speed factor, 0.05 to 100", positional = true)
        Optional<Factor> factor,

        @Arg(help = "the length that it shall have, in place of a factor")
        Optional<Duration> fit,

        Ranges range,
        Target on)
        implements Edit, Ranged, Targeted {
    /** Rejects both, neither, and a length of zero. */
    public Speed {
        if (factor.isPresent() == fit.isPresent()) {
            throw new IllegalArgumentException(CoreMessages.text("speed.one"));
        }
        if (fit.filter(length -> length.toMillis() < 1).isPresent()) {
            throw new IllegalArgumentException(CoreMessages.text("length.zero"));
        }
    }

    /** By a factor. */
    public Speed(Factor factor, Ranges range, Target on) {
        this(Optional.of(factor), Optional.empty(), range, on);
    }

    /** By a factor, of one range. */
    public Speed(Factor factor, Moment from, Moment to, Target on) {
        this(factor, Ranges.of(from, to), on);
    }
}
