package io.retake.engine.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where one sound lies in another: first by how their levels rise (25 ms, which gain, noise and another
 * microphone hardly change), then by the waves themselves in windows spread over what both have, whose places on a line
 * give the drift.
 */
final class SoundMatcher {
    static final int RATE = 8000;
    private static final double STEP = SoundLevels.STEP;
    private static final int CANDIDATES = 4;
    private static final int WINDOWS = 6;
    private static final double LONGEST_WINDOW = 4;
    private static final double SHORTEST_WINDOW = 1.5;
    private static final double REACH = 0.25;

    private final Decoding footage;
    private final Decoding recording;

    SoundMatcher(Decoding footage, Decoding recording) {
        this.footage = footage;
        this.recording = recording;
    }

    /** The match of one window: its time in the recording, its delay in the footage, and its clarity. */
    private record WindowMatch(double at, double later, double clear) {}

    SoundMatch match(double[] footageLevels, double[] recordingLevels) {
        double[] a = rises(footageLevels);
        double[] b = rises(recordingLevels);
        double[] alike = Correlation.of(a, b, 0);
        SoundMatch best = new SoundMatch(Seconds.of(0), 1, 0);
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            int lag = takeBest(alike, a.length, b.length);
            SoundMatch match = refined(lag * STEP, a.length * STEP, b);
            if (match.sure() > best.sure()) {
                best = match;
            }
            if (best.sure() > 0.7) {
                break;
            }
        }
        return best;
    }

    /** Returns the rises of the level, which mark syllables. Levels alone are as alike as any two speeches. */
    private static double[] rises(double[] levels) {
        double[] calm = Numbers.smoothed(levels, 1.5);
        double floor = Math.max(-60, Numbers.percentile(calm, 0.1));
        double[] rises = new double[levels.length];
        double mean = 0;
        for (int i = 3; i < levels.length; i++) {
            rises[i] = Math.max(0, Math.min(12, Math.max(floor, calm[i]) - Math.max(floor, calm[i - 3])));
            mean += rises[i] / levels.length;
        }
        for (int i = 0; i < rises.length; i++) {
            rises[i] -= mean;
        }
        return rises;
    }

    private static int takeBest(double[] alike, int a, int b) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int lag = -b + 1; lag < a; lag++) {
            int overlap = Math.min(a, b + lag) - Math.max(0, lag);
            double value = alike[Math.floorMod(lag, alike.length)] / Math.sqrt(overlap + 200.0);
            if (overlap >= 100 && value > most) {
                most = value;
                best = lag;
            }
        }
        for (int near = -20; near <= 20; near++) {
            alike[Math.floorMod(best + near, alike.length)] = Double.NEGATIVE_INFINITY;
        }
        return best;
    }

    private SoundMatch refined(double offset, double footageLength, double[] rises) {
        double from = Math.max(0, -offset);
        double to = Math.min(rises.length * STEP, footageLength - offset);
        double even = Math.max(SHORTEST_WINDOW, (to - from) / WINDOWS);
        double window = Math.min(to - from, Math.min(LONGEST_WINDOW, even));
        int count = (int) Math.max(1, Math.min(WINDOWS, Math.floor((to - from) / window + 1e-9)));
        double section = (to - from) / count;
        double[] starts = new double[count];
        double[] lively = new double[count];
        double most = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = liveliest(rises, from + i * section, from + (i + 1) * section - window, window);
            lively[i] = liveliness(rises, starts[i], window);
            most = Math.max(most, lively[i]);
        }
        List<WindowMatch> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // In a pause there is nothing to recognise.
            if (lively[i] > 0.2 * most) {
                places.add(place(starts[i], window, offset));
            }
        }
        return line(places, window);
    }

    /** Returns the start of the window, within a section, in which the level rises most; in seconds. */
    private static double liveliest(double[] rises, double from, double to, double window) {
        double best = from;
        for (double at = from; at <= to; at += 0.25) {
            best = liveliness(rises, at, window) > liveliness(rises, best, window) ? at : best;
        }
        return best;
    }

    private static double liveliness(double[] rises, double from, double window) {
        double sum = 0;
        for (int i = (int) (from / STEP); i < Math.min(rises.length, (from + window) / STEP); i++) {
            sum += Math.max(0, rises[i]);
        }
        return sum;
    }

    private WindowMatch place(double at, double window, double offset) {
        double[] b = read(recording, at, window);
        double start = Math.max(0, at + offset - REACH);
        double[] a = read(footage, start, window + 2 * REACH);
        double[] alike = Correlation.of(a, b, 0.7);
        double expected = at + offset - start;
        int least = (int) Math.max(-b.length + 1, Math.floor((expected - REACH) * RATE));
        int most = (int) Math.min(a.length - 1, Math.ceil((expected + REACH) * RATE));
        int best = least;
        double energy = 0;
        for (int lag = least; lag <= most; lag++) {
            double value = Math.abs(at(alike, lag));
            energy += value * value;
            if (value > Math.abs(at(alike, best))) {
                best = lag;
            }
        }
        double usual = Math.sqrt(energy / Math.max(1, most - least + 1));
        // A peak of noise is about four times the usual; of the same sound ten and more.
        double clear = usual == 0 ? 0 : Math.abs(at(alike, best)) / usual;
        return new WindowMatch(at, start + (double) best / RATE - at, Math.max(0, Math.min(1, (clear - 5) / 8)));
    }

    private static double at(double[] row, int lag) {
        return row[Math.floorMod(lag, row.length)];
    }

    /** The line through the clear windows (Theil-Sen: the median of slopes), and the share of them that lie on it. */
    private static SoundMatch line(List<WindowMatch> all, double window) {
        List<WindowMatch> clear = all.stream().filter(p -> p.clear() > 0).toList();
        if (clear.isEmpty()) {
            return new SoundMatch(Seconds.of(0), 1, 0);
        }
        Numbers slopes = new Numbers();
        for (WindowMatch p : clear) {
            for (WindowMatch q : clear) {
                if (q.at() > p.at() + window / 2) {
                    slopes.add((q.later() - p.later()) / (q.at() - p.at()));
                }
            }
        }
        double slope = clear.size() < 3 ? 0 : Numbers.median(slopes.array());
        double[] starts = clear.stream()
                .mapToDouble(p -> p.later() - slope * (p.at() + window / 2))
                .toArray();
        double start = Numbers.median(starts);
        double sure = clear.stream()
                        .filter(p -> Math.abs(p.later() - slope * (p.at() + window / 2) - start) < 0.004)
                        .mapToDouble(p -> 0.5 + 0.5 * p.clear())
                        .sum()
                / all.size();
        // Less than a hundredth of a second in an hour of such windows can't be told from none.
        double span = clear.get(clear.size() - 1).at() - clear.get(0).at();
        boolean drifts = Math.abs(slope) * span > 0.003;
        double offset = drifts
                ? start
                : Numbers.median(clear.stream().mapToDouble(WindowMatch::later).toArray());
        return new SoundMatch(Seconds.of(offset), drifts ? 1 + slope : 1, Math.min(1, sure));
    }

    private static double[] read(Decoding sound, double from, double seconds) {
        Numbers samples = new Numbers();
        sound.samples(RATE, 1, new Decoding.Window(from, seconds), ",highpass=f=120", (block, count) -> {
            for (int i = 0; i < count; i++) {
                samples.add(block[i]);
            }
        });
        return samples.array();
    }
}
