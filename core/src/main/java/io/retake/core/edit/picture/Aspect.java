package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.Ratio;

/** Gives the picture another shape, keeping its shorter side. */
@Verb(
        group = Group.FRAME,
        name = "aspect",
        help = "Gives the picture another shape, keeping its shorter side.",
        example = "aspect '9:16', fit: crop",
        sentence = "Change the aspect ratio to {ratio}[ with {fit}]")
public record Aspect(
        @Arg(help = "width to height", positional = true) Ratio ratio,

        @Arg(help = "what happens to what does not fit", byDefault = "crop")
        Fit fit)
        implements Edit {}
