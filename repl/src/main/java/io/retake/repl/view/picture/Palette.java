package io.retake.repl.view.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reduces a picture's colors to a palette (median cut, Heckbert 1982). */
final class Palette {
    /**
     * Bits kept of each component, so that colors are counted in boxes of 8 x 8 x 8: finer differences are invisible in
     * a terminal.
     */
    private static final int BITS = 5;

    private final int[] colors;
    private final int[] indexes;

    private Palette(int[] colors, int[] indexes) {
        this.colors = colors;
        this.indexes = indexes;
    }

    /** @param most the largest number of colors */
    static Palette of(Pixels pixels, int most) {
        int[] counts = new int[1 << (3 * BITS)];
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                counts[box(pixels.at(x, y))]++;
            }
        }
        int[] used = java.util.stream.IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .toArray();
        List<int[]> groups = new ArrayList<>(List.of(used));
        while (groups.size() < most) {
            int[] widest = groups.stream()
                    .max(Comparator.comparingInt(Palette::spread))
                    .orElseThrow();
            if (spread(widest) == 0) {
                break;
            }
            groups.remove(widest);
            groups.addAll(halves(widest, counts));
        }
        int[] colors = new int[groups.size()];
        int[] indexes = new int[counts.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = mean(groups.get(i), counts);
            for (int box : groups.get(i)) {
                indexes[box] = i;
            }
        }
        return new Palette(colors, indexes);
    }

    int size() {
        return colors.length;
    }

    int color(int index) {
        return colors[index];
    }

    int index(int pixel) {
        return indexes[box(pixel)];
    }

    private static int box(int pixel) {
        return five(pixel >> 16) << (2 * BITS) | five(pixel >> 8) << BITS | five(pixel);
    }

    /** Returns the upper five of the lowest eight bits. */
    private static int five(int value) {
        return (value >> (8 - BITS)) & 31;
    }

    private static int part(int box, int color) {
        return (box >> (color * BITS)) & 31;
    }

    /** Returns the spread of a group in the component where it is largest. */
    private static int spread(int[] group) {
        int color = farthest(group);
        int least = Arrays.stream(group).map(box -> part(box, color)).min().orElse(0);
        return Arrays.stream(group).map(box -> part(box, color)).max().orElse(0) - least;
    }

    private static int farthest(int[] group) {
        int best = 0;
        int most = -1;
        for (int color = 0; color < 3; color++) {
            int least = 31;
            int largest = 0;
            for (int box : group) {
                least = Math.min(least, part(box, color));
                largest = Math.max(largest, part(box, color));
            }
            if (largest - least > most) {
                most = largest - least;
                best = color;
            }
        }
        return best;
    }

    /** Splits a group into two of about equally many pixels; neither is empty. */
    private static List<int[]> halves(int[] group, int[] counts) {
        int color = farthest(group);
        int[] sorted = Arrays.stream(group)
                .boxed()
                .sorted(Comparator.comparingInt(box -> part(box, color)))
                .mapToInt(Integer::intValue)
                .toArray();
        long half = Arrays.stream(sorted).mapToLong(box -> counts[box]).sum() / 2;
        int cut = 0;
        for (long seen = 0; cut < sorted.length - 1 && (cut == 0 || seen < half); cut++) {
            seen += counts[sorted[cut]];
        }
        return List.of(Arrays.copyOf(sorted, cut), Arrays.copyOfRange(sorted, cut, sorted.length));
    }

    private static int mean(int[] group, int[] counts) {
        long pixels = 0;
        long[] sums = new long[3];
        for (int box : group) {
            pixels += counts[box];
            for (int color = 0; color < 3; color++) {
                sums[color] += (long) counts[box] * part(box, color);
            }
        }
        int mean = 0;
        for (int color = 0; color < 3; color++) {
            mean |= (int) Math.round(sums[color] * 255.0 / 31 / pixels) << (8 * color);
        }
        return mean;
    }
}
