package io.retake.engine.render;

/**
 * From sample pixels to a correction that is bounded on every side: footage that is right stays as it is, a sunset
 * stays warm, and skin never turns.
 *
 * <p>The cast is estimated by "shades of grey" (Finlayson and Trezzi 2004: the Minkowski mean, here with p = 3, between
 * the grey world and the white patch), over pixels that are neither clipped nor black nor strongly coloured. Light and
 * contrast are touched little: on footage that was right, stretching all of the range and drawing its mean to the middle
 * did more harm (an error of 13.6 in Lab) than any cast that was tried (docs/quality.md).
 */
final class ColorStatistics {
    private static final double P = 3;
    /** Most of the estimated cast is taken away; all of it would make every picture look the same. */
    private static final double TRUST = 0.75;

    /** How much of the unused range is used. */
    private static final double STRETCH = 0.3;

    private final byte[] rgb;

    ColorStatistics(byte[] rgb) {
        this.rgb = rgb;
    }

    Correction correction() {
        double[] light = light();
        if (light[0] <= 0 || light[1] <= 0 || light[2] <= 0) {
            return Correction.NONE;
        }
        double grey = (light[0] + light[1] + light[2]) / 3;
        double red = gain(grey / light[0]);
        double green = gain(grey / light[1]);
        double blue = gain(grey / light[2]);
        int[] histogram = luma(red, green, blue);
        double black = STRETCH * Math.min(40, percentile(histogram, 0.005));
        double white = 255 - STRETCH * (255 - Math.max(200, Math.min(255, percentile(histogram, 0.995))));
        double middle = mean(histogram, black, white);
        return new Correction(red, green, blue, black, white, gamma(middle));
    }

    private double[] light() {
        double[] sums = new double[3];
        long used = 0;
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            int r = rgb[i] & 0xff;
            int g = rgb[i + 1] & 0xff;
            int b = rgb[i + 2] & 0xff;
            int most = Math.max(r, Math.max(g, b));
            int least = Math.min(r, Math.min(g, b));
            // A strong colour tells of the thing, not of the light.
            if (most < 24 || least > 250 || most - least > 0.6 * most) {
                continue;
            }
            used++;
            sums[0] += Math.pow(r, P);
            sums[1] += Math.pow(g, P);
            sums[2] += Math.pow(b, P);
        }
        // Too little that could be grey: no opinion.
        if (used == 0 || used < rgb.length / 3 / 50) {
            return new double[3];
        }
        for (int c = 0; c < 3; c++) {
            sums[c] = Math.pow(sums[c] / used, 1 / P);
        }
        return sums;
    }

    private static double gain(double wanted) {
        return Math.max(0.7, Math.min(1.4, 1 + TRUST * (wanted - 1)));
    }

    /** What is dark or light on the whole goes half-way back to where footage usually is; a night stays one. */
    private static double gamma(double mean) {
        double usual = Math.max(0.2, Math.min(0.7, mean));
        if (mean <= 0.02 || mean >= 0.98) {
            return 1;
        }
        double whole = Math.log(mean) / Math.log(usual);
        return Math.max(0.92, Math.min(1.25, 1 + 0.5 * (whole - 1)));
    }

    private int[] luma(double red, double green, double blue) {
        int[] histogram = new int[256];
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            double y = 0.2126 * red * (rgb[i] & 0xff)
                    + 0.7152 * green * (rgb[i + 1] & 0xff)
                    + 0.0722 * blue * (rgb[i + 2] & 0xff);
            histogram[(int) Math.max(0, Math.min(255, Math.round(y)))]++;
        }
        return histogram;
    }

    private static double percentile(int[] histogram, double share) {
        long all = 0;
        for (int count : histogram) {
            all += count;
        }
        long seen = 0;
        for (int i = 0; i < 256; i++) {
            seen += histogram[i];
            if (seen > share * all) {
                return i;
            }
        }
        return 255;
    }

    private static double mean(int[] histogram, double black, double white) {
        double sum = 0;
        long all = 0;
        for (int i = 0; i < 256; i++) {
            sum += histogram[i] * Math.max(0, Math.min(1, (i - black) / (white - black)));
            all += histogram[i];
        }
        return all == 0 ? 0.5 : sum / all;
    }
}
