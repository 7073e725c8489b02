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

/** Blurs the picture, or a rectangle of it. */
@Verb(
        group = Group.PICTURE,
        name = "blur",
        help = "Blur the picture or a rectangle of it.",
        example = "blur strong, area: 'left half'",
        sentence = "Blur the picture[ at {strength} strength][ in the {area}][ {range}][ on {on}]")
public record Blur(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        Area area,

        Ranges range,
        Target on)
        implements Edit, InArea, Ranged, Targeted {}
