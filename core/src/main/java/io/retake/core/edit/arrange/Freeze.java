package io.retake.core.edit.arrange;

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
        help = "Holds a frame.",
        example = "freeze at: 5.s, hold: 2.s",
        sentence = "Freeze the frame at {at} for {hold}")
public record Freeze(
        @Arg(help = "which frame") Moment at,
        @Arg(help = "how long it stands", byDefault = "2 s") Duration hold) implements Edit {
    /** Refuses to hold for nothing. */
    public Freeze {
        if (hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException("freeze holds for longer than nothing, such as hold: 2.s");
        }
    }
}
