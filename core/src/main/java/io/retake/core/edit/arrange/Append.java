package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;

/** Appends a file of the session to the timeline; moves a clip that only the upload placed. */
@Verb(
        group = Group.ORDER,
        name = "append",
        help = "Append an uploaded file. A clip that only its upload placed moves; otherwise the file plays once more.",
        example = "append 'b.mp4'",
        sentence = "Append {file}")
public record Append(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file) implements Edit {
    /** Rejects an empty name. */
    public Append {
        Names.require("append", file);
    }
}
