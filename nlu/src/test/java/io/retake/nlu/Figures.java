package io.retake.nlu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What would be done with requests, at several limits of probability. */
final class Figures {
    private static final double[] LIMITS = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98};

    private final int[] exact = new int[LIMITS.length];
    private final int[] wrong = new int[LIMITS.length];
    private final List<String> faults = new ArrayList<>();
    private int reachable;
    private int rows;

    /** Counts a row; probabilities of its readings, and last of none of them. */
    void count(LabelledRow row, List<Double> probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            best = probabilities.get(i) > probabilities.get(best) ? i : best;
        }
        List<String> got = best < row.got().size() ? row.got().get(best) : List.of();
        rows++;
        reachable += row.isReachable() ? 1 : 0;
        for (int i = 0; i < LIMITS.length; i++) {
            boolean done = probabilities.get(best) >= LIMITS[i] && !got.isEmpty();
            if (done ? got.equals(row.wanted()) : row.wanted().isEmpty()) {
                exact[i]++;
            } else if (done) {
                wrong[i]++;
            }
        }
        if (!got.equals(row.wanted())) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%.2f %s%s%n   best %s",
                    probabilities.get(best),
                    row.isReachable() ? "(among) " : "",
                    row.text(),
                    got));
        }
    }

    /** Returns what the most probable reading gets wrong, the surest first. */
    List<String> faults() {
        faults.sort(Comparator.reverseOrder());
        return faults;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "among %.1f %%;", 100.0 * reachable / rows));
        for (int i = 0; i < LIMITS.length; i++) {
            text.append(String.format(
                    Locale.ROOT, "  %.2f: %.1f/%.1f", LIMITS[i], 100.0 * exact[i] / rows, 100.0 * wrong[i] / rows));
        }
        return text.toString();
    }
}
