package io.retake.core.edit.object;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.EffectName;
import io.retake.core.edit.value.Target;

/** Takes an effect off again. */
@Verb(
        group = Group.OBJECT,
        name = "clear",
        help = "Take an effect off again, or all of them.",
        example = "clear 'grayscale'",
        sentence = "Clear {effect}[ {range}][ on {on}]")
public record Clear(
        @Arg(
                help =
                        "the operation that added it, such as grain; or fadeIn, fadeOut, duck, or all: every effect and the speed, not the levels",
                positional = true)
        EffectName effect,

        Ranges range,
        Target on)
        implements Edit, Ranged, Targeted {}
