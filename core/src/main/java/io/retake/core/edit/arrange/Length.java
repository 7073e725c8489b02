package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import java.time.Duration;
import java.util.Optional;

/** Cuts the end of the timeline to a length. */
@Verb(
        group = Group.CUT,
        name = "length",
        help = "Shorten the timeline to a duration by cutting its end.",
        example = "length 15.s",
        sentence = {"Make it {duration} long", "Make it at most {atMost} long"})
public record Length(
        @Arg(help = "the new length", positional = true) Optional<Duration> duration,

        @Arg(help = "the most that it may last, in place of a length; a shorter timeline stays as it is")
        Optional<Duration> atMost)
        implements Edit {
    /** Rejects both, neither, and a length of zero. */
    public Length {
        if (duration.isPresent() == atMost.isPresent()) {
            throw new IllegalArgumentException(CoreMessages.text("length.one"));
        }
        Duration wanted = duration.or(() -> atMost).orElseThrow();
        if (wanted.isNegative() || wanted.isZero()) {
            throw new IllegalArgumentException(CoreMessages.text("length.zero"));
        }
    }

    /** To a length. */
    public Length(Duration duration) {
        this(Optional.of(duration), Optional.empty());
    }
}
