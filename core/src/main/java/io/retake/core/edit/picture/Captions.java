package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.TitleStyle;

/** Shows the captions of a file, in place of earlier ones. */
@Verb(
        name = "captions",
        help = "Shows the captions of a file (srt, vtt), in place of earlier ones.",
        example = "captions 'talk.srt', offset: -500.ms",
        sentence = "Add the captions {file}[ shifted by {offset}][ at the {position}][ in {style} style]")
public record Captions(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file,

        @Arg(help = "how much later (+) or earlier (-) than the file says", byDefault = "+0 s")
        Shift offset,

        @Arg(help = "where they stand, unless the file says the top", byDefault = "bottom")
        Position position,

        @Arg(help = "how they are drawn", byDefault = "outline")
        TitleStyle style)
        implements Edit {
    /** Refuses an empty name. */
    public Captions {
        Names.require("captions", file);
    }
}
