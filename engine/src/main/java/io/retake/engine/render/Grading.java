package io.retake.engine.render;

import io.retake.core.draft.Effect;
import java.util.ArrayList;
import java.util.List;

/** A grade by value, as filters. Percent at both ends of the scale still leave a picture. */
final class Grading {
    /** From BT.709 limited to planar RGB, where a channel can be changed by itself. */
    static final String TO_RGB =
            "zscale=matrixin=709:rangein=limited:primariesin=709:transferin=709:matrix=gbr:range=full:primaries=709:transfer=709,format=gbrp,";
    /** And back, saying so: FFmpeg would guess BT.601. */
    static final String FROM_RGB = ",zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709"
            + ":matrix=709:range=limited:primaries=709:transfer=709,format=yuv420p";

    private Grading() {}

    /** Filters in order; empty when nothing changes. */
    static List<String> filters(Effect.Grade grade) {
        List<String> filters = new ArrayList<>();
        double temperature = grade.temperature().percent() / 100;
        if (temperature != 0) {
            filters.add(TO_RGB + "lutrgb=r='clip(val*" + Text.number(1 + 0.2 * temperature) + ",0,255)':g='clip(val*"
                    + Text.number(1 + 0.02 * temperature) + ",0,255)':b='clip(val*"
                    + Text.number(1 - 0.25 * temperature) + ",0,255)'" + FROM_RGB);
        }
        double brightness = grade.brightness().percent() / 100 * 0.4;
        double contrast = strength(grade.contrast().percent() / 100);
        double saturation = 1 + grade.saturation().percent() / 100;
        if (brightness != 0 || contrast != 1 || saturation != 1) {
            filters.add("eq=brightness=" + Text.number(brightness) + ":contrast=" + Text.number(contrast)
                    + ":saturation=" + Text.number(saturation));
        }
        return filters;
    }

    /** +100 % is double contrast, -100 % leaves a fifth. */
    private static double strength(double change) {
        return change >= 0 ? 1 + change : 1 + 0.8 * change;
    }
}
