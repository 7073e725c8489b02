package io.retake.nlu.frame;

import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The meanings of each stretch of a message, and the cost of leaving a word without a place. For one message. */
final class MessageEdges {
    private static final double UNKNOWN = 0.7;
    private static final double UNKNOWN_HAN = 0.3;
    /** The cost of a word that says something for which there is no place. */
    static final double MISPLACED = 4;
    /** The cost of words that change the meaning, where they have no place. */
    static final double DANGEROUS = 6;
    /** Words. */
    private static final int LONGEST_DANGER = 6;
    /** The categories in which one Chinese character says which way. */
    private static final Set<String> CHARACTERS = Set.of("remove", "less", "undo.word");

    private final Chart chart;
    private final List<Word> words;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final double[] skip;
    private final boolean[] dangerous;
    private final boolean[] polar;

    private final boolean[] neverLeft;

    MessageEdges(Chart chart, Repertoire repertoire) {
        this.chart = chart;
        this.words = chart.words();
        for (int i = 0; i < words.size(); i++) {
            edges.add(new ArrayList<>(chart.from(i)));
        }
        hideBehindDanger();
        hideBehindTakingAway();
        hideBehindLonger();
        new FreeText(chart, edges).edges().forEach(e -> edges.get(e.from()).add(e));
        this.skip = skipCosts();
        this.dangerous = dangerous();
        this.polar = polar();
        this.neverLeft = new boolean[words.size()];
        for (int i = 0; i < neverLeft.length; i++) {
            neverLeft[i] = dangerous[i] || polar[i] || isBegun(i, repertoire);
        }
    }

    /** Returns the words. */
    List<Word> words() {
        return words;
    }

    /** Returns what can be said from a word on. */
    List<Edge> from(int word) {
        return edges.get(word);
    }

    /** Returns the most words that something said from a word on has. */
    int longest(int word) {
        int longest = 0;
        for (Edge edge : edges.get(word)) {
            longest = Math.max(longest, edge.to() - edge.from());
        }
        return longest;
    }

    /** Returns whether something of a category, spelt as it should be, begins at a word. */
    boolean begins(int at, String category) {
        return edges.get(at).stream().anyMatch(e -> e.category().equals(category) && e.cost() == 0);
    }

    /** Returns where the longest phrase that only remarks have, spelt as it should be, ends; the word itself without one. */
    int endOf(String category, int at) {
        return chart.of(category, at).stream()
                .filter(e -> e.cost() == 0)
                .mapToInt(Edge::to)
                .max()
                .orElse(at);
    }

    /** Returns whether words of one of the categories, spelt as they should be, end before a word. */
    boolean isSeparator(int before, Set<String> categories) {
        for (int from = Math.max(0, before - LONGEST_DANGER); from < before; from++) {
            boolean ends = edges.get(from).stream()
                    .anyMatch(e -> e.to() == before && e.cost() == 0 && categories.contains(e.category()));
            if (ends) {
                return true;
            }
        }
        return false;
    }

    /** Returns the cost of leaving a word without a place. */
    double skip(int word) {
        return skip[word];
    }

    /** Returns the categories of all that is said. */
    Set<String> categories() {
        Set<String> categories = new HashSet<>();
        edges.forEach(starting -> starting.forEach(e -> categories.add(e.category())));
        return categories;
    }

    /**
     * Returns whether a request that leaves out a word is another one than was made: words that change the meaning, say
     * in which direction, or begin a longer one in Chinese.
     */
    boolean isNeverLeft(int word) {
        return neverLeft[word];
    }

    /** "Don't cut" has no "cut" in it: what lies within words that change the meaning isn't said. */
    private void hideBehindDanger() {
        List<Edge> dangers = edges.stream()
                .flatMap(List::stream)
                .filter(e -> Categories.DANGER.contains(e.category()) && e.to() > e.from() + 1)
                .toList();
        for (Edge danger : dangers) {
            for (int i = danger.from(); i < danger.to(); i++) {
                edges.get(i).removeIf(e -> e.to() <= danger.to() && e.to() - e.from() < danger.to() - danger.from());
            }
        }
    }

    /** "The blur has to go" isn't "the blur" and then words that say nothing. */
    private void hideBehindTakingAway() {
        List<Edge> longer = edges.stream()
                .flatMap(List::stream)
                .filter(e -> Categories.TAKING_AWAY.contains(e.category()) && e.to() > e.from() + 1 && e.cost() == 0)
                .toList();
        for (Edge away : longer) {
            for (int i = away.from() + 1; i < away.to() && isHan(i); i++) {
                edges.get(i).removeIf(e -> e.to() > away.to()); // 删除第2段 isn't 删 and then 除第2段, "except clip 2"
            }
            for (int i = away.from(); i < away.to(); i++) {
                edges.get(i)
                        .removeIf(e -> Categories.FREE.contains(e.category())
                                && e.to() <= away.to()
                                && e.to() - e.from() < away.to() - away.from());
            }
        }
    }

    private boolean isHan(int word) {
        return words.get(word).kind() == WordKind.HAN;
    }

    /**
     * "To 20 %" has no change by 20 % in it, "in the lower third" no caption with a name, "noise reduction" no noise, "trim
     * to the first second" no first second to trim off, and "the picture is 1 s behind the sound" no sound that is late.
     */
    private void hideBehindLonger() {
        hide("percent", 3, "delta");
        hide("kept.range", 3, "range");
        hide("shift.said", 3, "shift");
        hide("strength", 2, "down");
        hide("position", 4, "lowerThird.word");
        for (Edge degree : longer("degree", 2)) { // 少一点 is a little less, not one percent
            edges.forEach(
                    here -> here.removeIf(e -> e.category().equals("signed.bare") && e.to() == degree.from() + 1));
        }
        hide("denoise.word", 2, "noise");
        hide("denoiseAudio.word", 2, "noise");
    }

    private List<Edge> longer(String category, int words) {
        return edges.stream()
                .flatMap(List::stream)
                .filter(e -> e.category().equals(category) && e.to() - e.from() >= words && e.cost() == 0)
                .toList();
    }

    private void hide(String behind, int words, String category) {
        for (Edge edge : longer(behind, words)) {
            for (int i = edge.from(); i < edge.to(); i++) {
                edges.get(i)
                        .removeIf(e -> e.category().equals(category)
                                && e.to() <= edge.to()
                                && e.to() - e.from() < edge.to() - edge.from());
            }
        }
    }

    /** Returns whether a word stands within a phrase that changes the meaning: "no other" can't be broken up. */
    boolean isInDanger(int word) {
        for (int from = Math.max(0, word - LONGEST_DANGER); from < word; from++) {
            for (Edge edge : edges.get(from)) {
                if (edge.to() > word
                        && edge.cost() == 0
                        && (Categories.DANGER.contains(edge.category())
                                || Categories.TAKING_AWAY.contains(edge.category()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether a Chinese character begins a longer word that asks for something: its rest says something else. */
    private boolean isBegun(int word, Repertoire repertoire) {
        return edges.get(word).stream().anyMatch(e -> isLongWord(e, repertoire));
    }

    /** Returns whether a Chinese character stands within a longer word that asks for something. */
    boolean isInWord(int word, Repertoire repertoire) {
        for (int from = Math.max(0, word - LONGEST_DANGER); from < word; from++) {
            if (edges.get(from).stream().anyMatch(e -> e.to() > word && isLongWord(e, repertoire))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLongWord(Edge edge, Repertoire repertoire) {
        return words.get(edge.from()).kind() == WordKind.HAN
                && edge.to() > edge.from() + 1
                && edge.cost() == 0
                && repertoire.isHead(edge.category())
                && !Categories.TOLD.contains(edge.category());
    }

    /** Returns whether something among words, spelt as it should be, takes away, lowers, or says of what it is asked. */
    boolean turns(int from, int to) {
        for (int i = from; i < to; i++) {
            for (Edge edge : edges.get(i)) {
                boolean away = Categories.TAKING_AWAY.contains(edge.category())
                        || edge.category().equals("down");
                boolean scope = Categories.SCOPE.contains(edge.category()) && edge.cost() == 0;
                if (edge.to() <= to && (scope || (away && isPolar(edge)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One Chinese character may belong to a word that isn't known; only some mean one thing. */
    private boolean isPolar(Edge edge) {
        boolean character = words.get(edge.from()).kind() == WordKind.HAN && edge.to() == edge.from() + 1;
        return edge.cost() == 0
                && Categories.POLAR.contains(edge.category())
                && (!character || CHARACTERS.contains(edge.category()));
    }

    private boolean[] polar() {
        boolean[] polar = new boolean[words.size()];
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                for (int i = edge.from(); i < edge.to(); i++) {
                    polar[i] |= isPolar(edge);
                }
            }
        }
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                for (int i = edge.from(); i < edge.to() && edge.cost() == 0; i++) {
                    polar[i] &= !Categories.FREE.contains(edge.category());
                }
            }
        }
        return polar;
    }

    private boolean[] dangerous() {
        boolean[] dangerous = new boolean[words.size()];
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                for (int i = edge.from(); i < edge.to() && edge.cost() == 0; i++) {
                    dangerous[i] |= Categories.DANGER.contains(edge.category());
                }
            }
        }
        return dangerous;
    }

    /** Returns whether a phrase that changes the meaning of what follows ends before a word. */
    boolean followsDanger(int word) {
        for (int from = Math.max(0, word - LONGEST_DANGER); from < word; from++) {
            for (Edge edge : edges.get(from)) {
                if (edge.to() == word && edge.cost() == 0 && Categories.DANGER.contains(edge.category())) {
                    return true;
                }
            }
        }
        return false;
    }

    private double[] skipCosts() {
        double[] costs = new double[words.size()];
        for (int i = 0; i < costs.length; i++) {
            Word word = words.get(i);
            costs[i] = word.isMark() ? markCost(word) : word.kind() == WordKind.HAN ? UNKNOWN_HAN : UNKNOWN;
        }
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                double cost = Categories.DANGER.contains(edge.category()) ? DANGEROUS : isFree(edge) ? 0 : MISPLACED;
                for (int i = edge.from(); i < edge.to() && edge.cost() == 0; i++) {
                    costs[i] = Math.max(costs[i], cost / (edge.to() - edge.from()));
                }
            }
        }
        return costs;
    }

    private static boolean isFree(Edge edge) {
        return Categories.FREE.contains(edge.category()) || edge.category().equals(Categories.TOLD_PHRASE);
    }

    private static double markCost(Word mark) {
        return ".!?;。！？；".contains(mark.text()) ? 0.6 : ",、，:".contains(mark.text()) ? 0.3 : 0.02;
    }
}
