package io.retake.core.edit.sound;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
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
        sentence = "Mute the sound[ from {from} to {to}][ on {on}]")
public record Mute(Moment from, Moment to, Target on) implements Edit, Ranged, Targeted {
    /** Checks the order of the range. */
    public Mute {
        Moment.requireOrder(from, to);
    }
}
