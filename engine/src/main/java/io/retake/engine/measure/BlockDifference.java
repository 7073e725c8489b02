package io.retake.engine.measure;

/** The difference of two small frames after a search for each block nearby: small for motion, large for a cut. */
final class BlockDifference {
    private static final int SIDE = 8;
    private static final int REACH = 5;

    private BlockDifference() {}

    /** Mean difference of the luma, 0 to 255, after an even change of brightness and motion of up to 5 pixels. */
    static double moved(byte[] before, byte[] now, int width, int height) {
        int shift = Math.round(mean(now, width * height) - mean(before, width * height));
        // An aperture opens slowly; more than that is a change of picture.
        int lighter = Math.max(-24, Math.min(24, shift));
        long sum = 0;
        int blocks = 0;
        for (int y = 0; y + SIDE <= height; y += SIDE) {
            for (int x = 0; x + SIDE <= width; x += SIDE) {
                sum += best(before, now, width, height, x, y, lighter);
                blocks++;
            }
        }
        return sum / (double) (blocks * SIDE * SIDE);
    }

    /**
     * The share of blocks that look the same but for their brightness, 0 to 1: high within a scene even when something
     * large came into it and the exposure followed.
     */
    static double alike(byte[] before, byte[] now, int width, int height) {
        int alike = 0;
        int blocks = 0;
        for (int y = 0; y + SIDE <= height; y += SIDE) {
            for (int x = 0; x + SIDE <= width; x += SIDE) {
                int lighter = Math.round((blockSum(now, width, x, y) - blockSum(before, width, x, y)) / 64f);
                boolean near = Math.abs(lighter) < 60;
                alike += near && best(before, now, width, height, x, y, lighter) < 4 * SIDE * SIDE ? 1 : 0;
                blocks++;
            }
        }
        return (double) alike / blocks;
    }

    private static int blockSum(byte[] frame, int width, int x, int y) {
        int sum = 0;
        for (int row = y; row < y + SIDE; row++) {
            for (int i = row * width + x; i < row * width + x + SIDE; i++) {
                sum += frame[i] & 0xff;
            }
        }
        return sum;
    }

    private static float mean(byte[] frame, int pixels) {
        long sum = 0;
        for (int i = 0; i < pixels; i++) {
            sum += frame[i] & 0xff;
        }
        return (float) sum / pixels;
    }

    private static int best(byte[] before, byte[] now, int width, int height, int x, int y, int lighter) {
        int best = sum(before, now, width, x, y, x, y, lighter, Integer.MAX_VALUE);
        for (int dy = Math.max(-REACH, -y); dy <= Math.min(REACH, height - SIDE - y); dy++) {
            for (int dx = Math.max(-REACH, -x); dx <= Math.min(REACH, width - SIDE - x); dx++) {
                best = Math.min(best, sum(before, now, width, x + dx, y + dy, x, y, lighter, best));
            }
        }
        return best;
    }

    private static int sum(
            byte[] before, byte[] now, int width, int bx, int by, int x, int y, int lighter, int enough) {
        int sum = 0;
        for (int row = 0; row < SIDE && sum < enough; row++) {
            int a = (by + row) * width + bx;
            int b = (y + row) * width + x;
            for (int i = 0; i < SIDE; i++) {
                sum += Math.abs((before[a + i] & 0xff) + lighter - (now[b + i] & 0xff));
            }
        }
        return sum;
    }
}
