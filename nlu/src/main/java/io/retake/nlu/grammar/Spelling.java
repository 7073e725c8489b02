package io.retake.nlu.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the words of a bundle that a misspelt word may be: one edit away, five letters at least. Thread-safe. */
final class Spelling {
    private static final int SHORTEST = 5;

    private final Set<String> words;
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    Spelling(Set<String> words) {
        this.words = words;
        words.stream()
                .filter(w -> w.length() >= SHORTEST && w.chars().allMatch(c -> c < 0x250))
                .forEach(w -> byLength.computeIfAbsent(w.length(), l -> new java.util.ArrayList<>())
                        .add(w));
    }

    /** Returns whether a word is in a pattern. */
    boolean isKnown(String word) {
        return words.contains(word);
    }

    /** Returns the words that may be meant by one that is in no pattern. */
    List<String> near(String word) {
        if (word.length() < SHORTEST || words.contains(word)) {
            return List.of();
        }
        return java.util.stream.IntStream.rangeClosed(word.length() - 1, word.length() + 1)
                .mapToObj(l -> byLength.getOrDefault(l, List.of()))
                .flatMap(List::stream)
                .filter(w -> w.charAt(0) == word.charAt(0) && isOneEdit(word, w))
                .toList();
    }

    /** Returns whether one letter is added, lost, changed, or two neighbors are exchanged. */
    static boolean isOneEdit(String a, String b) {
        int same = 0;
        int shorter = Math.min(a.length(), b.length());
        while (same < shorter && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restA = a.substring(same);
        String restB = b.substring(same);
        return after(restA, 1).equals(after(restB, 1))
                || restA.equals(after(restB, 1))
                || after(restA, 1).equals(restB)
                || isExchange(restA, restB);
    }

    private static boolean isExchange(String a, String b) {
        return a.length() >= 2
                && b.length() >= 2
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }

    private static String after(String text, int count) {
        return text.length() < count ? text : text.substring(count);
    }
}
