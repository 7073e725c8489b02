package io.retake.nlu.frame;

import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
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

    private final List<Word> words;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final double[] skip;
    private final boolean[] dangerous;
    private final boolean[] polar;

    MessageEdges(Chart chart) {
        this.words = chart.words();
        for (int i = 0; i < words.size(); i++) {
            edges.add(new ArrayList<>(chart.from(i)));
        }
        hideBehindDanger();
        hideBehindTakingAway();
        hideBehindLonger();
        new FreeText(chart.message(), words, edges)
                .edges()
                .forEach(e -> edges.get(e.from()).add(e));
        this.skip = skipCosts();
        this.dangerous = dangerous();
        this.polar = polar();
    }

    /** Returns the words. */
    List<Word> words() {
        return words;
    }

    /** Returns what can be said from a word on. */
    List<Edge> from(int word) {
        return edges.get(word);
    }

    /** Returns whether something of a category, spelt as it should be, begins at a word. */
    boolean begins(int at, String category) {
        return edges.get(at).stream().anyMatch(e -> e.category().equals(category) && e.cost() == 0);
    }

    /** Returns the cost of leaving a word without a place. */
    double skip(int word) {
        return skip[word];
    }

    /** Returns whether a word belongs to a phrase that changes the meaning. */
    boolean isDangerous(int word) {
        return dangerous[word];
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
            for (int i = away.from(); i < away.to(); i++) {
                edges.get(i)
                        .removeIf(e -> Categories.FREE.contains(e.category())
                                && e.to() <= away.to()
                                && e.to() - e.from() < away.to() - away.from());
            }
        }
    }

    /** "To 20 %" has no change by 20 % in it, "in the lower third" no caption with a name. */
    private void hideBehindLonger() {
        hide("percent", 3, "delta");
        hide("strength", 2, "down");
        hide("position", 4, "lowerThird.word");
    }

    private void hide(String behind, int words, String category) {
        List<Edge> longer = edges.stream()
                .flatMap(List::stream)
                .filter(e -> e.category().equals(behind) && e.to() - e.from() >= words)
                .toList();
        for (Edge edge : longer) {
            for (int i = edge.from() + 1; i < edge.to(); i++) {
                edges.get(i).removeIf(e -> e.category().equals(category) && e.to() <= edge.to());
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

    /** Returns whether a word says in which direction, and can't be one that says nothing. */
    boolean isPolar(int word) {
        return polar[word];
    }

    /** Returns whether a Chinese character begins a longer word that asks for something: its rest says something else. */
    boolean isBegun(int word, Repertoire repertoire) {
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
