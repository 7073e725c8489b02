package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;

/** Cuts a clip in two; nothing is removed. */
@Verb(
        group = Group.CUT,
        name = "split",
        help = "Split a clip in two, removing nothing.",
        example = "split at: 5.s",
        sentence = "Split at {at}")
public record Split(@Arg(help = "where to cut") Moment at) implements Edit {}
