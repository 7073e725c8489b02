package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.TitleStyle;

/** Shows the captions of a file, replacing earlier ones. */
@Verb(
        name = "captions",
        group = Group.TEXT,
        help = "Show captions from a file (srt, vtt), replacing earlier ones.",
        example = "captions 'talk.srt', offset: -500.ms",
        sentence = "Add the captions {file}[ shifted by {offset}][ at the {position}][ in {style} style]")
public record Captions(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file,

        @Arg(help = "shift, later (+) or earlier (-)", byDefault = "+0 s")
        Shift offset,

        @Arg(help = "where to place them, unless the file says at the top", byDefault = "bottom")
        Position position,

        @Arg(help = "how to draw them", byDefault = "outline")
        TitleStyle style)
        implements Edit {
    /** Rejects an empty name. */
    public Captions {
        Names.require("captions", file);
    }
}
