package io.retake.engine.measure;

import java.util.Arrays;

/** Places that can be followed: in each cell of a grid the one with most structure in both directions (Shi-Tomasi). */
final class Corners {
    private static final int COLUMNS = 14;
    private static final int ROWS = 8;
    private static final int REACH = 3;
    private static final int STEP = 3;
    private static final int MARGIN = 7;
    /** Eigenvalue of the structure under which there is only noise. */
    private static final double LEAST = 300;

    private Corners() {}

    /** Pairs of x and y. */
    static float[] of(Gray picture) {
        float[] found = new float[COLUMNS * ROWS * 2];
        int count = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int fromX = Math.max(MARGIN, column * picture.width / COLUMNS);
                int toX = Math.min(picture.width - MARGIN, (column + 1) * picture.width / COLUMNS);
                int fromY = Math.max(MARGIN, row * picture.height / ROWS);
                int toY = Math.min(picture.height - MARGIN, (row + 1) * picture.height / ROWS);
                double best = LEAST;
                for (int y = fromY; y < toY; y += STEP) {
                    for (int x = fromX; x < toX; x += STEP) {
                        double strength = strength(picture, x, y);
                        if (strength > best) {
                            best = strength;
                            found[count] = x;
                            found[count + 1] = y;
                        }
                    }
                }
                count += best > LEAST ? 2 : 0;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double strength(Gray picture, int cx, int cy) {
        float[] p = picture.pixels;
        int w = picture.width;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int y = cy - REACH; y <= cy + REACH; y++) {
            for (int i = y * w + cx - REACH; i <= y * w + cx + REACH; i++) {
                float gx = p[i + 1] - p[i - 1];
                float gy = p[i + w] - p[i - w];
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
            }
        }
        return 0.5 * (xx + yy - Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy));
    }
}
