package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Times;
import io.retake.core.edit.value.TransitionKind;
import java.time.Duration;

/** Joins clips with a transition, picture and sound together. */
@Verb(
        group = Group.PICTURE,
        name = "transition",
        help = "Blend adjacent clips, picture and sound.",
        example = "transition crossfade, duration: 1.s",
        sentence = "Add a {kind} transition of {duration}[ between {between}]")
public record Transition(
        @Arg(help = "how", byDefault = "crossfade", positional = true)
        TransitionKind kind,

        @Arg(help = "its duration", byDefault = "1 s") Duration duration,

        @Arg(help = "which clips it joins", byDefault = "all clips")
        Joint between)
        implements Edit {
    /** Rejects a length of zero or more than 10 s. */
    public Transition {
        if (duration.toMillis() < 40 || duration.toMillis() > 10_000) {
            throw new IllegalArgumentException(CoreMessages.text("transition.duration", Times.writeLength(duration)));
        }
    }
}
