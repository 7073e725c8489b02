package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.FrameRate;

/** Sets the frame rate. */
@Verb(
        group = Group.FRAME,
        name = "fps",
        help = "Set the frame rate.",
        example = "fps 60",
        sentence = "Set the frame rate to {rate} fps")
public record Fps(
        @Arg(help = "frames a second, 1 to 240: 24, 25, 29.97, 30, 50, 60", positional = true)
        FrameRate rate) implements Edit {}
