package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Target;

/** Shifts the pitch of the sound; its length stays. */
@Verb(
        group = Group.SOUND,
        name = "pitch",
        help = "Shift the pitch of the sound, keeping its length.",
        example = "pitch semitones: -2",
        sentence = "Shift the pitch by {semitones} semitones[ {range}][ on {on}]")
public record Pitch(
        @Arg(help = "higher (+) or lower (-), -24 to 24; 12 are an octave, 0 is as recorded", positional = true)
        Semitones semitones,

        Ranges range,
        Target on)
        implements Edit, Ranged, Targeted {}
