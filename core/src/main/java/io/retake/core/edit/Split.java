package io.retake.core.edit;

/** Cuts a clip in two; nothing is removed. */
@Verb(
        group = Group.CUT,
        name = "split",
        help = "Cuts a clip in two; nothing is removed.",
        example = "split at: 5.s",
        sentence = "Split at {at}")
public record Split(@Arg(help = "where to cut") Moment at) implements Edit {}
