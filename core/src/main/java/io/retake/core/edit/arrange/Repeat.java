package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Repeats the target. */
@Verb(
        group = Group.ORDER,
        name = "repeat",
        help = "Play it several times in a row.",
        example = "repeat 3",
        sentence = "Repeat it {times} times[ on {on}]")
public record Repeat(
        @Arg(help = "how many times in total, 2 to 100", positional = true)
        int times,

        Target on) implements Edit, Targeted {
    /** Checks the range 2 to 100. */
    public Repeat {
        if (times < 2 || times > 100) {
            throw new IllegalArgumentException(CoreMessages.text("repeat.times", times));
        }
    }
}
