package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import java.time.Duration;

/** Cuts the end of the timeline to a length. */
@Verb(
        group = Group.CUT,
        name = "length",
        help = "Shorten the timeline to a duration by cutting its end.",
        example = "length 15.s",
        sentence = "Make it {duration} long")
public record Length(
        @Arg(help = "the new length", positional = true) Duration duration) implements Edit {
    /** Rejects a length of zero. */
    public Length {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(CoreMessages.text("length.zero"));
        }
    }
}
