package io.retake.core.edit.picture;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Target;

/** Makes an overlay see-through; a clip is seen over black. */
@Verb(
        group = Group.PICTURE,
        name = "opacity",
        help = "Make an overlay see-through, or a clip over black.",
        example = "opacity 50.percent, on: 'clip 1'",
        sentence = "Set the opacity to {level}[ {range}][ on {on}]")
public record Opacity(
        @Arg(help = "how much of it is seen: 0 % is nothing, 100 % all", positional = true)
        Share level,

        Ranges range,
        Target on)
        implements Edit, Ranged, Targeted {}
