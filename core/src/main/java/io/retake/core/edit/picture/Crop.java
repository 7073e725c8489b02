package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Target;

/** Crops the edges of the picture. */
@Verb(
        group = Group.FRAME,
        name = "crop",
        help = "Crop the edges of the picture.",
        example = "crop left: 10.percent, right: 10.percent",
        sentence =
                "Crop[ {left} from the left][ {right} from the right][ {top} from the top][ {bottom} from the bottom][ {range}][ on {on}]")
public record Crop(
        @Arg(help = "share of the width", byDefault = "0%") Share left,
        @Arg(help = "share of the width", byDefault = "0%") Share right,
        @Arg(help = "share of the height", byDefault = "0%") Share top,
        @Arg(help = "share of the height", byDefault = "0%") Share bottom,
        Ranges range,
        Target on)
        implements Edit, Ranged, Targeted {
    /** Rejects cropping nothing, or everything. */
    public Crop {
        if (left.percent() + right.percent() + top.percent() + bottom.percent() == 0) {
            throw new IllegalArgumentException(CoreMessages.text("crop.nothing"));
        }
        if (left.percent() + right.percent() > 95 || top.percent() + bottom.percent() > 95) {
            throw new IllegalArgumentException(CoreMessages.text("crop.too-much"));
        }
    }

    /** On the whole of its target. */
    public Crop(Share left, Share right, Share top, Share bottom, Target on) {
        this(left, right, top, bottom, Ranges.ALL, on);
    }
}
