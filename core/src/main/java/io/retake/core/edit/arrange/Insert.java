package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;

/** Puts a file of the session in between and moves what follows. */
@Verb(
        group = Group.ORDER,
        name = "insert",
        help = "Insert an uploaded file and move the rest to the right.",
        example = "insert 'b.mp4', at: 5.s",
        sentence = "Insert {file} at {at}")
public record Insert(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file,

        @Arg(help = "where it begins") Moment at)
        implements Edit {
    /** Refuses an empty name. */
    public Insert {
        Names.require("insert", file);
    }
}
