package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.LookName;
import io.retake.core.edit.value.Target;

/** Gives the picture a look: one of a few ready grades. */
@Verb(
        group = Group.PICTURE,
        name = "look",
        help = "Give the picture a look, in place of an earlier one.",
        example = "look cinematic",
        sentence = "Give it the {name} look[ {range}][ on {on}]")
public record Look(@Arg(help = "which", positional = true) LookName name, Ranges range, Target on)
        implements Edit, Ranged, Targeted {}
