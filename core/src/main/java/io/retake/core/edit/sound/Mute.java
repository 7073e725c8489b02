package io.retake.core.edit.sound;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;

/** Silences the sound. */
@Verb(
        group = Group.SOUND,
        name = "mute",
        help = "Mute the sound.",
        example = "mute from: 5.s",
        sentence = "Mute the sound[ {range}][ on {on}]")
public record Mute(Ranges range, Target on) implements Edit, Ranged, Targeted {
    /** Of one range. */
    public Mute(Moment from, Moment to, Target on) {
        this(Ranges.of(from, to), on);
    }
}
