package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.FrameSize;

/** Resizes the picture, up or down. */
@Verb(
        group = Group.FRAME,
        name = "resize",
        help = "Change the size of the picture.",
        example = "resize '1280x720'",
        sentence = "Resize to {size}")
public record Resize(
        @Arg(help = "the new size: lines (720p) or pixels (1280x720)", positional = true)
        FrameSize size) implements Edit {}
