package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;
import java.time.Duration;

/** Fades picture and sound in from black, out to black, or both. */
@Verb(
        group = Group.PICTURE,
        name = "fade",
        help = "Fade picture and sound in from black, out to black, or both.",
        example = "fade in: 2.s, out: 1.s",
        sentence = "Fade[ in over {in}][ out over {out}][ on {on}]")
public record Fade(
        @Arg(help = "length of the fade-in", byDefault = "0 s")
        Duration in,

        @Arg(help = "length of the fade-out", byDefault = "0 s")
        Duration out,

        Target on)
        implements Edit, Targeted {
    /** Rejects a fade of zero or negative length. */
    public Fade {
        requireLength("fade", in, out);
    }

    /**
     * Checks the lengths of a fade.
     *
     * @throws IllegalArgumentException when one is negative or both are zero; the message names the verb
     */
    public static void requireLength(String verb, Duration in, Duration out) {
        if (in.isNegative() || out.isNegative()) {
            throw new IllegalArgumentException(CoreMessages.text("fade.negative"));
        }
        if (in.isZero() && out.isZero()) {
            throw new IllegalArgumentException(CoreMessages.text("fade.nothing", verb, verb));
        }
    }
}
