package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;

/** Removes hiss and hum under speech. */
@Verb(
        group = Group.SOUND,
        name = "denoiseAudio",
        help = "Reduce hiss and hum under speech.",
        example = "denoiseAudio()",
        sentence = "Denoise the sound[ {strength}][ {range}][ on {on}]")
public record DenoiseAudio(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Ranges range,

        Target on) implements Edit, Ranged, Targeted {
    /** On the whole of its target. */
    public DenoiseAudio(Strength strength, Target on) {
        this(strength, Ranges.ALL, on);
    }
}
