package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.InArea;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;

/** Turns the picture, or a rectangle of it, into blocks of one color. */
@Verb(
        group = Group.PICTURE,
        name = "pixelate",
        help = "Turn the picture or a rectangle of it into blocks.",
        example = "pixelate strong, area: '30%,40%,20%,20%'",
        sentence = "Pixelate the picture[ at {strength} strength][ in the {area}][ {range}][ on {on}]")
public record Pixelate(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Area area,

        Ranges range,
        Target on)
        implements Edit, InArea, Ranged, Targeted {}
