package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.value.Target;
import java.time.Duration;

/** Fades the sound alone. */
@Verb(
        group = Group.SOUND,
        name = "fadeAudio",
        help = "Fade only the sound.",
        example = "fadeAudio in: 1.s, out: 2.s",
        sentence = "Fade the sound[ in over {in}][ out over {out}][ on {on}]")
public record FadeAudio(
        @Arg(help = "length of the fade-in", byDefault = "0 s")
        Duration in,

        @Arg(help = "length of the fade-out", byDefault = "0 s")
        Duration out,

        Target on)
        implements Edit, Targeted {
    /** Rejects a fade of zero length. */
    public FadeAudio {
        Fade.requireLength("fadeAudio", in, out);
    }
}
