package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Timed;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;

/** Shows a name, and a line under it, as a lower third. */
@Verb(
        group = Group.TEXT,
        name = "lowerThird",
        help = "Show a name with a line under it in the lower third.",
        example = "lowerThird 'Ada Lovelace', role: 'Mathematician', from: 1.s, to: 5.s",
        sentence = "Add the lower third {name}[ with the line {role}][ from {from} to {to}]")
public record LowerThird(
        @Arg(help = "the name", positional = true) String name,

        @Arg(help = "the smaller line under it", byDefault = "")
        String role,

        Moment from,
        Moment to)
        implements Edit, Timed {
    /** Rejects an empty name and an empty range. */
    public LowerThird {
        Names.require("lowerThird", name);
        Moment.requireOrder(from, to);
    }
}
