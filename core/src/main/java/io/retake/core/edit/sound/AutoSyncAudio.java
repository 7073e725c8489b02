package io.retake.core.edit.sound;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Corrects sound that starts at the wrong time or drifts. */
@Verb(
        group = Group.SOUND,
        name = "syncAudio auto",
        help = "Fix sound that is offset or drifts.",
        example = "syncAudio auto",
        sentence = "Sync the sound automatically[ on {on}]")
public record AutoSyncAudio(Target on) implements Edit, Targeted {}
