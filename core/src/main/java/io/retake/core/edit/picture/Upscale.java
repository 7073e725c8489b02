package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.UpscaleMethod;

/** Upscales the picture with sharp detail, square pixels and the right color matrix. */
@Verb(
        group = Group.FRAME,
        name = "upscale",
        help = "Enlarge the picture sharply, with square pixels and the right color matrix.",
        example = "upscale 1080.p",
        sentence = "Upscale to {size}[ with the {method} method]")
public record Upscale(
        @Arg(help = "the new size: lines (1080p, 4k) or pixels (1920x1080)", positional = true)
        FrameSize size,

        @Arg(
                help = "fast, neural (an optional part of the engine: more detail, but slow), or auto, which measures"
                        + " whether neural would help",
                byDefault = "auto")
        UpscaleMethod method)
        implements Edit {
    /** Upscales with the best method available. */
    public Upscale(FrameSize size) {
        this(size, UpscaleMethod.AUTO);
    }
}
