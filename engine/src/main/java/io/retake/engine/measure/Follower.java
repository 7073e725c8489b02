package io.retake.engine.measure;

/** Tracks a patch from one picture to the next with subpixel accuracy (pyramidal Lucas-Kanade). */
final class Follower {
    private static final int REACH = 4;
    private static final int SIDE = 2 * REACH + 1;
    private static final int ROUNDS = 10;
    private static final float ENOUGH = 0.01f;
    /** A patch that differs more, a pixel, is another thing. */
    private static final float MOST_DIFFERENCE = 18;

    private final Gray[] before;
    private final Gray[] now;
    private final float[] patch = new float[SIDE * SIDE];
    private final float[] gradientX = new float[SIDE * SIDE];
    private final float[] gradientY = new float[SIDE * SIDE];
    private float foundX;
    private float foundY;

    Follower(Gray[] before, Gray[] now) {
        this.before = before;
        this.now = now;
    }

    float foundX() {
        return foundX;
    }

    float foundY() {
        return foundY;
    }

    /** Whether it was found; begins to look at this displacement. */
    boolean follow(float x, float y, float guessX, float guessY) {
        float moveX = guessX;
        float moveY = guessY;
        for (int level = before.length - 1; level >= 0; level--) {
            float scale = 1f / (1 << level);
            // Pixel centres: half a pixel of the small picture is more of the large one.
            float px = (x + 0.5f) * scale - 0.5f;
            float py = (y + 0.5f) * scale - 0.5f;
            foundX = px + moveX * scale;
            foundY = py + moveY * scale;
            boolean well = before[level].holds(px, py, REACH + 1) && refine(level, px, py);
            if (!well && level == 0) {
                return false;
            }
            if (well) {
                moveX = (foundX - px) / scale;
                moveY = (foundY - py) / scale;
            }
        }
        foundX = x + moveX;
        foundY = y + moveY;
        return true;
    }

    private boolean refine(int level, float px, float py) {
        template(before[level], px, py);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < patch.length; i++) {
            xx += gradientX[i] * gradientX[i];
            yy += gradientY[i] * gradientY[i];
            xy += gradientX[i] * gradientY[i];
        }
        double determinant = xx * yy - xy * xy;
        if (determinant < 1e-3 * (xx + yy) * (xx + yy) || determinant < 1) {
            return false;
        }
        Gray target = now[level];
        float difference = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (!target.holds(foundX, foundY, REACH + 1)) {
                return false;
            }
            double bx = 0;
            double by = 0;
            difference = 0;
            for (int dy = -REACH, i = 0; dy <= REACH; dy++) {
                for (int dx = -REACH; dx <= REACH; dx++, i++) {
                    float d = patch[i] - target.at(foundX + dx, foundY + dy);
                    bx += d * gradientX[i];
                    by += d * gradientY[i];
                    difference += Math.abs(d);
                }
            }
            float stepX = (float) ((yy * bx - xy * by) / determinant);
            float stepY = (float) ((xx * by - xy * bx) / determinant);
            foundX += stepX;
            foundY += stepY;
            if (Math.abs(stepX) + Math.abs(stepY) < ENOUGH) {
                break;
            }
        }
        return difference / patch.length < MOST_DIFFERENCE && target.holds(foundX, foundY, REACH + 1);
    }

    private void template(Gray picture, float x, float y) {
        for (int dy = -REACH, i = 0; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++, i++) {
                patch[i] = picture.at(x + dx, y + dy);
                gradientX[i] = 0.5f * (picture.at(x + dx + 1, y + dy) - picture.at(x + dx - 1, y + dy));
                gradientY[i] = 0.5f * (picture.at(x + dx, y + dy + 1) - picture.at(x + dx, y + dy - 1));
            }
        }
    }
}
