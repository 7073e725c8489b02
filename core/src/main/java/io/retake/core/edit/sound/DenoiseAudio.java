package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
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
        sentence = "Denoise the sound[ {strength}][ on {on}]")
public record DenoiseAudio(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Target on) implements Edit, Targeted {}
