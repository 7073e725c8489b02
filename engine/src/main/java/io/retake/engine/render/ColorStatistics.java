package io.retake.engine.render;

import io.retake.engine.filter.ColorCorrection;

/**
 * Computes a bounded color correction from sample pixels: footage with right colors stays unchanged, a sunset
 * stays warm, and skin never turns.
 *
 * <p>The cast is estimated by "shades of grey" (Finlayson and Trezzi 2004: the Minkowski mean, here with p = 3, between
 * the grey world and the white patch), over pixels that are neither clipped nor black nor strongly coloured. It is believed
 * as far as a second estimate agrees, which sees no surfaces but only their borders (van de Weijer and others 2007, grey
 * edge): where a colour belongs to the things, as a sky's does, the two are far apart, and nothing is changed. Light and
 * contrast are touched little: on footage that was right, stretching all of the range and drawing its mean to the middle
 * did more harm (an error of 13.6 in Lab) than any cast that was tried (docs/quality.md).
 */
final class ColorStatistics {
    private static final double P = 3;
    /** The share of the estimated cast to remove; removing all of it would make every picture look the same. */
    private static final double TRUST = 0.75;

    /** The share of the unused range to stretch into. */
    private static final double STRETCH = 0.3;

    /**
     * The distance, as logarithms of red and blue to green, up to which the two estimates are fully trusted; from
     * {@link #APART} on not at all. It is up to 0.22 on footage, 0.23 to 1.4 on most pictures of one colour.
     */
    private static final double AGREED = 0.18;

    private static final double APART = 0.24;

    private final byte[] rgb;
    private final int width;
    private final int height;

    /** @param rgb pictures of that size, one after the other */
    ColorStatistics(byte[] rgb, int width, int height) {
        this.rgb = rgb;
        this.width = width;
        this.height = height;
    }

    ColorCorrection correction() {
        double[] light = light();
        double belief = light[0] <= 0 || light[1] <= 0 || light[2] <= 0 ? 0 : belief(light, edges());
        if (belief == 0) {
            return ColorCorrection.NONE;
        }
        double grey = (light[0] + light[1] + light[2]) / 3;
        double red = gain(grey / light[0], belief);
        double green = gain(grey / light[1], belief);
        double blue = gain(grey / light[2], belief);
        int[] histogram = luma(red, green, blue);
        double stretch = STRETCH * belief;
        double black = stretch * Math.min(40, percentile(histogram, 0.005));
        double white = 255 - stretch * (255 - Math.max(200, Math.min(255, percentile(histogram, 0.995))));
        double middle = mean(histogram, black, white);
        return new ColorCorrection(red, green, blue, black, white, 1 + belief * (gamma(middle) - 1));
    }

    /** Returns the confidence, 0 to 1: how far surfaces and their edges agree on the light. */
    private static double belief(double[] light, double[] edges) {
        double apart = 0;
        for (int c = 0; c < 3; c += 2) {
            double one = Math.log(light[c] / light[1]);
            double other = Math.log((edges[c] + 1e-3) / (edges[1] + 1e-3));
            apart = Math.max(apart, Math.abs(one - other));
        }
        return Math.max(0, Math.min(1, (APART - apart) / (APART - AGREED)));
    }

    private double[] light() {
        double[] sums = new double[3];
        long used = 0;
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            if (!tells(i)) {
                continue;
            }
            used++;
            for (int c = 0; c < 3; c++) {
                sums[c] += Math.pow(rgb[i + c] & 0xff, P);
            }
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

    /** Returns whether a pixel shows the light: a strong color is the object's own. */
    private boolean tells(int at) {
        int r = rgb[at] & 0xff;
        int g = rgb[at + 1] & 0xff;
        int b = rgb[at + 2] & 0xff;
        int most = Math.max(r, Math.max(g, b));
        int least = Math.min(r, Math.min(g, b));
        return most >= 24 && least <= 250 && most - least <= 0.6 * most;
    }

    /** Returns the same mean over the differences to the pixels to the right and below. */
    private double[] edges() {
        double[] sums = new double[3];
        long used = 0;
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            int x = i / 3 % width;
            int y = i / 3 / width % height;
            used += x + 1 < width ? step(i, i + 3, sums) : 0;
            used += y + 1 < height && i + 3 * width + 2 < rgb.length ? step(i, i + 3 * width, sums) : 0;
        }
        for (int c = 0; c < 3; c++) {
            sums[c] = used == 0 ? 0 : Math.pow(sums[c] / used, 1 / P);
        }
        return sums;
    }

    private int step(int one, int other, double[] sums) {
        if (!tells(one) || !tells(other)) {
            return 0;
        }
        for (int c = 0; c < 3; c++) {
            sums[c] += Math.pow(Math.abs((rgb[one + c] & 0xff) - (rgb[other + c] & 0xff)), P);
        }
        return 1;
    }

    private static double gain(double wanted, double belief) {
        return Math.max(0.7, Math.min(1.4, 1 + TRUST * belief * (wanted - 1)));
    }

    /** Returns the gamma that takes dark or light footage half-way back to the usual mean; a night stays a night. */
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
