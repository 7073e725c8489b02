package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Lufs;

/** Normalizes the timeline to a loudness (EBU R128), measured first. */
@Verb(
        group = Group.SOUND,
        name = "loudness",
        help = "Normalize the loudness of the whole timeline (EBU R128).",
        example = "loudness (-14).lufs",
        sentence = "Set the loudness to {target}")
public record Loudness(
        @Arg(help = "integrated loudness, -70 to -5 LUFS", byDefault = "-14 LUFS", positional = true)
        Lufs target) implements Edit {}
