package io.retake.core.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the nearest known word for "did you mean", if it is near enough. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Returns the known word with the fewest typing errors, at most a third of its letters (a transposition counts
     * once); failing that, the longest one that the word begins with, give or take a letter ({@code fadOut}: {@code
     * fade}).
     */
    public static Optional<String> of(String word, Collection<String> known) {
        String typed = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> distance(typed, k.toLowerCase(Locale.ROOT)) <= Math.max(1, Math.min(k.length(), 9) / 3))
                .min(Comparator.comparingInt((String k) -> distance(typed, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> longestBeginning(typed, known));
    }

    private static Optional<String> longestBeginning(String typed, Collection<String> known) {
        return known.stream()
                .filter(k -> k.length() >= 4 && typed.length() > k.length())
                .filter(k -> distance(typed.substring(0, k.length()), k.toLowerCase(Locale.ROOT)) <= 1)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    /** Returns the optimal string alignment distance (Damerau-Levenshtein without editing a substring twice). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
