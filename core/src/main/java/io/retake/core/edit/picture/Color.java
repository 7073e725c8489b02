package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Target;

/** Changes brightness, contrast, saturation or temperature, or applies a color lookup table. */
@Verb(
        group = Group.PICTURE,
        name = "color",
        help = "Adjust brightness, contrast, saturation or temperature, or apply a LUT (cube).",
        example = "color brightness: 10.percent, saturation: -20.percent",
        sentence =
                "Adjust the color[ with brightness {brightness}][ with contrast {contrast}][ with saturation {saturation}][ with temperature {temperature}][ with the table {lut}][ {range}][ on {on}]")
public record Color(
        @Arg(help = "darker (-100 %) to lighter (+100 %)", byDefault = "+0%")
        Change brightness,

        @Arg(help = "flat (-100 %) to harsh (+100 %)", byDefault = "+0%")
        Change contrast,

        @Arg(help = "gray (-100 %) to vivid (+100 %)", byDefault = "+0%")
        Change saturation,

        @Arg(help = "cooler (-100 %) to warmer (+100 %)", byDefault = "+0%")
        Change temperature,

        @Arg(help = "an uploaded LUT (.cube); applied after the other adjustments", file = true, byDefault = "")
        String lut,

        Ranges range,

        Target on)
        implements Edit, Ranged, Targeted {
    /** Rejects a change without effect. */
    public Color {
        if (brightness.isNone() && contrast.isNone() && saturation.isNone() && temperature.isNone() && lut.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("color.nothing"));
        }
    }

    /** On the whole of its target. */
    public Color(Change brightness, Change contrast, Change saturation, Change temperature, String lut, Target on) {
        this(brightness, contrast, saturation, temperature, lut, Ranges.ALL, on);
    }
}
