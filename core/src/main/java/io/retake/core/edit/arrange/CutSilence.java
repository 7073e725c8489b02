package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;
import java.time.Duration;

/** Removes pauses, and leaves a little room around speech. */
@Verb(
        group = Group.CUT,
        name = "cutSilence",
        help = "Remove pauses, leaving a little room around speech.",
        example = "cutSilence longerThan: 500.ms",
        sentence = "Cut the silence longer than {longerThan}[ on {on}]")
public record CutSilence(
        @Arg(help = "minimum length of a pause to remove", byDefault = "0.5 s")
        Duration longerThan,

        Target on) implements Edit, Targeted {
    /** Rejects pauses under 50 ms: they are part of speech. */
    public CutSilence {
        if (longerThan.toMillis() < 50) {
            throw new IllegalArgumentException(CoreMessages.text("silence.too-short"));
        }
    }
}
