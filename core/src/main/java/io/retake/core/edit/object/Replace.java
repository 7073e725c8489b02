package io.retake.core.edit.object;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Shows another file in the place of a clip or an overlay, or plays other music. */
@Verb(
        group = Group.OBJECT,
        name = "replace",
        help = "Replace the file of a clip, an overlay or the music; place, length and effects stay.",
        example = "replace clip(1), with: 'b.mp4'",
        sentence = "Replace {on} with {with}")
public record Replace(
        @Arg(help = "the clip, the overlay or the music", positional = true)
        Target on,

        @Arg(help = "the new file, uploaded to the session", file = true)
        String with)
        implements Edit, Targeted {
    /** Rejects an empty name, and all of the sound, which has a verb of its own. */
    public Replace {
        Names.require("replace", with);
        if (on.equals(new Target.Sound(Target.EVERYTHING))) {
            throw new IllegalArgumentException(CoreMessages.text("replace.sound", with));
        }
    }
}
