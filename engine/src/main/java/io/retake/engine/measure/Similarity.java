package io.retake.engine.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** The shift, turn and scale that most of the followed points agree on (RANSAC); what moves by itself is left out. */
final class Similarity {
    private static final int ROUNDS = 80;
    private static final double NEAR = 0.5;
    private static final int FEWEST = 8;
    private static final double SMALLEST_SHARE = 0.3;

    private final double[] from;
    private final double[] to;
    private final int count;

    /** @param from x and y in pixels from the middle, and {@code to} where they went; {@code count} points of each */
    Similarity(double[] from, double[] to, int count) {
        this.from = from;
        this.to = to;
        this.count = count;
    }

    /** Returns the motion in shares of the width; empty when too few points agree. */
    Optional<Motion> find(double width) {
        if (count < FEWEST) {
            return Optional.empty();
        }
        boolean[] best = new boolean[count];
        int most = 0;
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < ROUNDS; round++) {
            boolean[] pair = new boolean[count];
            pair[random.nextInt(count)] = true;
            pair[random.nextInt(count)] = true;
            boolean[] agreeing = agreeing(fit(pair));
            int agree = count(agreeing);
            if (agree > most) {
                most = agree;
                best = agreeing;
            }
        }
        if (most < Math.max(FEWEST, SMALLEST_SHARE * count)) {
            return Optional.empty();
        }
        double[] fit = fit(agreeing(fit(best)));
        double scale = Math.hypot(fit[0], fit[1]);
        boolean possible = scale > 0.7 && scale < 1.4;
        return possible
                ? Optional.of(new Motion(fit[2] / width, fit[3] / width, Math.atan2(fit[1], fit[0]), Math.log(scale)))
                : Optional.empty();
    }

    /** Least squares of x' = a x - b y + c, y' = b x + a y + d; without turn when the points don't tell. */
    private double[] fit(boolean[] used) {
        int n = Math.max(1, count(used));
        double mx = 0;
        double my = 0;
        double nx = 0;
        double ny = 0;
        for (int i = 0; i < count; i++) {
            if (used[i]) {
                mx += from[2 * i] / n;
                my += from[2 * i + 1] / n;
                nx += to[2 * i] / n;
                ny += to[2 * i + 1] / n;
            }
        }
        double along = 0;
        double across = 0;
        double size = 0;
        for (int i = 0; i < count; i++) {
            if (used[i]) {
                double x = from[2 * i] - mx;
                double y = from[2 * i + 1] - my;
                along += x * (to[2 * i] - nx) + y * (to[2 * i + 1] - ny);
                across += x * (to[2 * i + 1] - ny) - y * (to[2 * i] - nx);
                size += x * x + y * y;
            }
        }
        double a = size > 1 ? along / size : 1;
        double b = size > 1 ? across / size : 0;
        return new double[] {a, b, nx - a * mx + b * my, ny - b * mx - a * my};
    }

    private boolean[] agreeing(double[] fit) {
        boolean[] agreeing = new boolean[count];
        for (int i = 0; i < count; i++) {
            double x = fit[0] * from[2 * i] - fit[1] * from[2 * i + 1] + fit[2];
            double y = fit[1] * from[2 * i] + fit[0] * from[2 * i + 1] + fit[3];
            agreeing[i] = Math.hypot(x - to[2 * i], y - to[2 * i + 1]) < NEAR;
        }
        return agreeing;
    }

    private static int count(boolean[] used) {
        int count = 0;
        for (boolean one : used) {
            count += one ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return count + " points " + Arrays.toString(from);
    }
}
