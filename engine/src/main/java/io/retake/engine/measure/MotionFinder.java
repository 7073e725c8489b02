package io.retake.engine.measure;

import java.util.Optional;

/** Follows the camera from frame to frame; five numbers a frame: its motion, and 1 when it could be followed. */
final class MotionFinder implements Decoding.FrameSink {
    static final int WIDTH = 320;
    static final int EACH = 5;
    private static final int LEVELS = 3;
    private static final int COARSE = 8;
    private static final int REACH = 6;

    private final int height;
    private final Numbers numbers = new Numbers();
    private Gray[] before = new Gray[0];

    MotionFinder(int height) {
        this.height = height;
    }

    @Override
    public void frame(byte[] pixels) {
        Gray[] now = Gray.of(pixels, WIDTH, height).pyramid(LEVELS + 1);
        Optional<Motion> motion = before.length == 0 ? Optional.of(Motion.NONE) : between(now);
        Motion known = motion.orElse(Motion.NONE);
        numbers.add(known.x());
        numbers.add(known.y());
        numbers.add(known.angle());
        numbers.add(known.zoom());
        numbers.add(motion.isPresent() && before.length > 0 ? 1 : 0);
        before = now;
    }

    double[] numbers() {
        return numbers.array();
    }

    private Optional<Motion> between(Gray[] now) {
        int[] guess = coarse(before[LEVELS], now[LEVELS]);
        float[] corners = Corners.of(before[0]);
        Follower follower =
                new Follower(new Gray[] {before[0], before[1], before[2]}, new Gray[] {now[0], now[1], now[2]});
        double[] from = new double[corners.length];
        double[] to = new double[corners.length];
        int found = 0;
        for (int i = 0; i < corners.length; i += 2) {
            if (follower.follow(corners[i], corners[i + 1], guess[0] * COARSE, guess[1] * COARSE)) {
                from[2 * found] = corners[i] - WIDTH / 2.0;
                from[2 * found + 1] = corners[i + 1] - height / 2.0;
                to[2 * found] = follower.foundX() - WIDTH / 2.0;
                to[2 * found + 1] = follower.foundY() - height / 2.0;
                found++;
            }
        }
        return new Similarity(from, to, found).find(WIDTH);
    }

    /** A first guess by laying one thumbnail over the other. */
    private static int[] coarse(Gray a, Gray b) {
        int[] best = {0, 0};
        double least = difference(a, b, 0, 0) * 0.98;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                double difference = difference(a, b, dx, dy);
                if (difference < least) {
                    least = difference;
                    best = new int[] {dx, dy};
                }
            }
        }
        return best;
    }

    private static double difference(Gray a, Gray b, int dx, int dy) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, -dy); y < Math.min(a.height, a.height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(a.width, a.width - dx); x++) {
                sum += Math.abs(a.pixels[y * a.width + x] - b.pixels[(y + dy) * a.width + x + dx]);
                count++;
            }
        }
        return sum / count;
    }
}
