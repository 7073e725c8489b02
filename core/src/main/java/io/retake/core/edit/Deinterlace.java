package io.retake.core.edit;

/** Makes whole frames out of interlaced fields. */
@Verb(
        group = Group.PICTURE,
        name = "deinterlace",
        help = "Makes whole frames out of interlaced fields.",
        example = "deinterlace()",
        sentence = "Deinterlace the picture[ on {on}]")
public record Deinterlace(
        @Arg(help = "what it applies to", byDefault = "everything")
        Target on) implements Edit, Targeted {}
