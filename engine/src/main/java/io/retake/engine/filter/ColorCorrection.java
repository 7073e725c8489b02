package io.retake.engine.filter;

import java.util.List;

/**
 * A measured color correction: each channel times its gain, then black and white points, then a gamma. Applied as
 * three tables, in RGB.
 *
 * @param red factor, 0.7 to 1.4
 * @param green factor, 0.7 to 1.4
 * @param blue factor, 0.7 to 1.4
 * @param black becomes 0; 0 to 40
 * @param white becomes 255; 200 to 255
 * @param gamma above 1 lightens the middle; 0.92 to 1.25
 */
public record ColorCorrection(double red, double green, double blue, double black, double white, double gamma) {
    /** Changes nothing. */
    public static final ColorCorrection NONE = new ColorCorrection(1, 1, 1, 0, 255, 1);

    /** Returns the filters; empty when the correction changes nothing visible. */
    public List<Filter> filters() {
        boolean none = near(red, 1) && near(green, 1) && near(blue, 1) && near(gamma, 1) && black < 2 && white > 252;
        return none
                ? List.of()
                : Rgb.around(Filter.of("lutrgb")
                        .withQuoted("r", table(red))
                        .withQuoted("g", table(green))
                        .withQuoted("b", table(blue)));
    }

    /** Returns the corrected value of a channel, 0 to 255. */
    public double apply(double value, double gain) {
        double stretched = Math.max(0, Math.min(1, (value * gain - black) / (white - black)));
        return 255 * Math.pow(stretched, 1 / gamma);
    }

    private String table(double gain) {
        return "255*pow(clip((val*" + FilterNumbers.number(gain) + "-" + FilterNumbers.number(black) + ")/"
                + FilterNumbers.number(white - black) + ",0,1)," + FilterNumbers.number(1 / gamma) + ")";
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 0.015;
    }
}
