package io.retake.core.edit.sound;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Target;

/** Shifts sound against picture, by a time or to match a recording of the same moment. */
@Verb(
        group = Group.SOUND,
        name = "syncAudio",
        help = "Shift sound against picture, by a time or to match a recording of the same sound.",
        example = "syncAudio offset: 200.ms",
        sentence = "Sync the sound[ by {offset}][ to {reference}][ on {on}]")
public record SyncAudio(
        @Arg(help = "later (+) or earlier (-)", byDefault = "+0 ms")
        Offset offset,

        @Arg(
                help = "a recording of the same sound, uploaded to the session, which replaces it",
                file = true,
                byDefault = "")
        String reference,

        Target on)
        implements Edit, Targeted {
    /** Requires an offset or a reference, not both. */
    public SyncAudio {
        if (offset.isNone() == reference.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("sync.one-of"));
        }
    }
}
