package io.retake.core.edit;

/** Makes the picture larger, sharp, with square pixels and the right colour matrix. */
@Verb(
        group = Group.FRAME,
        name = "upscale",
        help = "Makes the picture larger, sharp, with square pixels and the right colour matrix.",
        example = "upscale 1080.p",
        sentence = "Upscale to {size}")
public record Upscale(
        @Arg(help = "the new size: lines (1080p, 4k) or pixels (1920x1080)", positional = true)
        FrameSize size) implements Edit {}
