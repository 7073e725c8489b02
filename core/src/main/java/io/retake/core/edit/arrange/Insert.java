package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;

/** Inserts a file of the session and moves the following clips; moves a clip that only the upload placed. */
@Verb(
        group = Group.ORDER,
        name = "insert",
        help =
                "Insert an uploaded file and move the rest to the right. A clip that only its upload placed moves there.",
        example = "insert 'b.mp4', at: 5.s",
        sentence = "Insert {file} at {at}")
public record Insert(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file,

        @Arg(help = "where it begins") Moment at)
        implements Edit {
    /** Rejects an empty name. */
    public Insert {
        Names.require("insert", file);
    }
}
