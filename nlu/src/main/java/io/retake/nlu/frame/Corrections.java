package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a message says once its speaker's corrections are taken: "cut the first 3, no wait, 4 seconds" is "cut the first
 * 4 seconds".
 */
final class Corrections {
    private static final Set<String> TIMES =
            Set.of("number", "count", "duration", "time", "percent", "delta", "factor");
    private static final int FARTHEST = 14;
    private static final int MOST = 6;

    private Corrections() {}

    /** Returns the words with one correction taken, in each way that makes sense; none without a correction. */
    static List<List<Word>> taken(List<Word> words, MessageEdges edges) {
        List<List<Word>> ways = new ArrayList<>();
        for (int at = 1; at < words.size() && ways.isEmpty(); at++) {
            for (Edge marker : edges.from(at)) {
                if (marker.category().equals("correction")) {
                    ways.addAll(taken(words, edges, at, marker.to()));
                }
            }
        }
        return ways.subList(0, Math.min(MOST, ways.size()));
    }

    private static List<List<Word>> taken(List<Word> words, MessageEdges edges, int marker, int behind) {
        List<List<Word>> ways = new ArrayList<>();
        int start = behind;
        while (start < words.size() && skips(words, edges, start)) {
            start++;
        }
        if (start == words.size()) {
            return ways;
        }
        for (Edge right : longest(edges.from(start))) {
            for (int from = marker - 1; from >= Math.max(0, marker - FARTHEST); from--) {
                for (Edge left : edges.from(from)) {
                    if (left.to() <= marker && isSameKind(left, right)) {
                        List<Word> way = new ArrayList<>(words.subList(0, left.from()));
                        way.addAll(words.subList(right.from(), right.to()));
                        way.addAll(trimmed(words.subList(left.to(), marker)));
                        way.addAll(words.subList(right.to(), words.size()));
                        ways.add(way);
                    }
                }
            }
        }
        return ways;
    }

    private static List<Word> trimmed(List<Word> between) {
        int end = between.size();
        while (end > 0 && between.get(end - 1).isMark()) {
            end--;
        }
        return between.subList(0, end);
    }

    private static boolean skips(List<Word> words, MessageEdges edges, int at) {
        return words.get(at).isMark()
                || edges.from(at).stream()
                        .anyMatch(e -> e.to() == at + 1
                                && Set.of("filler", "glue", "light", "correction")
                                        .contains(e.category()));
    }

    private static List<Edge> longest(List<Edge> edges) {
        int most = edges.stream().mapToInt(Edge::to).max().orElse(0);
        return edges.stream().filter(e -> e.to() == most).toList();
    }

    private static boolean isSameKind(Edge left, Edge right) {
        boolean values =
                Categories.VALUES.contains(left.category()) || left.category().contains(".");
        return (values && left.category().equals(right.category()))
                || (TIMES.contains(left.category()) && TIMES.contains(right.category()));
    }
}
