package io.retake.engine.measure;

import io.retake.engine.media.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds hard cuts in small frames: what stays different after each block looked for itself nearby, against what is
 * usual around it. A flash returns to what was before and is no cut. Each frame leaves four numbers; the decision is
 * made over the whole row.
 */
final class CutFinder implements Decoding.FrameSink {
    static final int WIDTH = 64;
    static final int HEIGHT = 36;
    static final int BYTES = WIDTH * HEIGHT * 3;
    private static final int PIXELS = WIDTH * HEIGHT;

    /**
     * Numbers of a frame: difference after motion, before it, of colours, to the frames before the last; blocks alike.
     */
    static final int EACH = 5;

    private static final int AROUND = 12;
    private static final double LEAST = 3.2;
    private static final double TIMES_USUAL = 3.2;
    private static final double SAME_COLOURS = 0.22;
    private static final double SAME_BLOCKS = 0.6;
    private static final int FLASH = 4;

    private final Numbers numbers = new Numbers();
    private final byte[][] past = new byte[FLASH + 1][];
    private int count;

    @Override
    public void frame(byte[] pixels) {
        byte[] now = pixels.clone();
        byte[] before = past[Math.floorMod(count - 1, past.length)];
        if (before == null) {
            for (int i = 0; i < EACH; i++) {
                numbers.add(0);
            }
        } else {
            double moved = BlockDifference.moved(before, now, WIDTH, HEIGHT);
            numbers.add(moved);
            numbers.add(plain(before, now));
            numbers.add(histograms(before, now));
            numbers.add(nearest(now));
            numbers.add(moved < LEAST ? 1 : BlockDifference.alike(before, now, WIDTH, HEIGHT));
        }
        past[count % past.length] = now;
        count++;
    }

    double[] numbers() {
        return numbers.array();
    }

    /** Returns the least difference to the frames before the last; small at the end of a flash. */
    private double nearest(byte[] now) {
        double nearest = 255;
        for (int back = 2; back <= FLASH + 1 && back <= count; back++) {
            byte[] earlier = past[Math.floorMod(count - back, past.length)];
            if (earlier != null) {
                nearest = Math.min(nearest, BlockDifference.moved(earlier, now, WIDTH, HEIGHT));
            }
        }
        return nearest;
    }

    private static double plain(byte[] a, byte[] b) {
        long sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return (double) sum / PIXELS;
    }

    /** Returns the difference of the color histograms: 0 for the same colors, 1 for none in common. */
    private static double histograms(byte[] a, byte[] b) {
        int[] bins = new int[32 * 3];
        for (int i = 0; i < BYTES; i++) {
            int plane = i / PIXELS * 32;
            // Colours lie close around the middle; they are looked at four times as finely.
            bins[plane + bin(a[i] & 0xff, plane > 0)]++;
            bins[plane + bin(b[i] & 0xff, plane > 0)]--;
        }
        long sum = 0;
        for (int difference : bins) {
            sum += Math.abs(difference);
        }
        return sum / (2.0 * BYTES);
    }

    private static int bin(int value, boolean colour) {
        return colour ? Math.max(0, Math.min(31, (value - 128) / 4 + 16)) : value >> 3;
    }

    /** Returns the cuts, by the numbers of all frames. */
    static List<Cut> cuts(double[] numbers, Rational rate) {
        int frames = numbers.length / EACH;
        List<Cut> cuts = new ArrayList<>();
        int last = -FLASH;
        for (int i = 1; i < frames; i++) {
            double moved = numbers[i * EACH];
            double usual = usual(numbers, i, frames);
            if (moved < Math.max(LEAST, TIMES_USUAL * usual + 1) || !isPeak(numbers, i, frames)) {
                continue;
            }
            if (!returns(numbers, i, frames) && i - last >= 3) {
                boolean inside = numbers[i * EACH + 2] < SAME_COLOURS || numbers[i * EACH + 4] > SAME_BLOCKS;
                cuts.add(new Cut(Seconds.of(i / rate.value()), numbers[i * EACH + 1], inside));
                last = i;
            }
        }
        return List.copyOf(cuts);
    }

    /** Returns whether the picture soon returns to the one before: a flash, or a dropped or damaged frame. */
    private static boolean returns(double[] numbers, int i, int frames) {
        double moved = numbers[i * EACH];
        if (i >= 2 && numbers[i * EACH + 3] < 0.4 * moved) {
            return true;
        }
        for (int j = i + 1; j <= Math.min(frames - 1, i + FLASH); j++) {
            if (numbers[j * EACH] > 0.4 * moved && numbers[j * EACH + 3] < 0.4 * moved) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPeak(double[] numbers, int i, int frames) {
        double moved = numbers[i * EACH];
        return numbers[(i - 1) * EACH] < moved && (i + 1 >= frames || numbers[(i + 1) * EACH] <= moved);
    }

    /**
     * Returns the usual change around a frame: the 75th percentile, so that a cut in a busy stretch must stand out
     * more.
     */
    private static double usual(double[] numbers, int i, int frames) {
        Numbers around = new Numbers();
        for (int j = Math.max(1, i - AROUND); j <= Math.min(frames - 1, i + AROUND); j++) {
            if (j != i) {
                around.add(numbers[j * EACH]);
            }
        }
        return Numbers.percentile(around.array(), 0.75);
    }
}
