package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Sets the level of the sound relative to the recording. */
@Verb(
        group = Group.SOUND,
        name = "volume",
        help = "Set the volume, relative to the recorded level.",
        example = "volume 35.percent",
        sentence = "Set the volume to {level}[ {range}][ on {on}]")
public record Volume(
        @Arg(help = "percent of the recorded level, or dB", positional = true)
        Level level,

        Ranges range,
        Target on) implements Edit, Ranged, Targeted {
    /** Of one range. */
    public Volume(Level level, Moment from, Moment to, Target on) {
        this(level, Ranges.of(from, to), on);
    }
}
