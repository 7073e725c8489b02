package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.Ratio;

/** Changes the aspect ratio of the picture, keeping its shorter side. */
@Verb(
        group = Group.FRAME,
        name = "aspect",
        help = "Change the aspect ratio, keeping the shorter side.",
        example = "aspect '9:16', fit: crop",
        sentence = "Change the aspect ratio to {ratio}[ with {fit}]")
public record Aspect(
        @Arg(help = "width to height", positional = true) Ratio ratio,

        @Arg(help = "how to fill the new shape: crop the picture, pad with black, or blur", byDefault = "crop")
        Fit fit)
        implements Edit {}
