package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import java.time.Duration;

/** Holds a frame. */
@Verb(
        group = Group.PACE,
        name = "freeze",
        help = "Hold a frame.",
        example = "freeze at: 5.s, hold: 2.s",
        sentence = "Freeze the frame at {at} for {hold}")
public record Freeze(
        @Arg(help = "time of the frame") Moment at,

        @Arg(help = "how long to hold it", byDefault = "2 s")
        Duration hold) implements Edit {
    /** Rejects a duration of zero. */
    public Freeze {
        if (hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException(CoreMessages.text("freeze.no-duration"));
        }
    }
}
