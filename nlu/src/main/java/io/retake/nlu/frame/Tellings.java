package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.value.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads stretches of a message as telling something and asking for nothing. For one message. */
final class Tellings {
    private final Repertoire repertoire;
    private final MessageEdges edges;
    private final boolean[] told;

    Tellings(Repertoire repertoire, MessageEdges edges) {
        this.repertoire = repertoire;
        this.edges = edges;
        this.told = told(edges);
    }

    /** Returns which words belong to a phrase that asks for nothing wherever it stands: "too long to watch". */
    private static boolean[] told(MessageEdges edges) {
        boolean[] told = new boolean[edges.words().size()];
        for (int i = 0; i < told.length; i++) {
            for (Edge edge : edges.from(i)) {
                if (edge.category().equals(Categories.TOLD_PHRASE) && edge.cost() == 0) {
                    Arrays.fill(told, edge.from(), edge.to(), true);
                }
            }
        }
        return told;
    }

    /** Reads the words as telling something: dear where they look like a request, or limit one. */
    ClauseReading remark(int from, int to) {
        double cost = 1;
        boolean reason = edges.begins(from, "reason");
        boolean phrase = isTold(from, to) || isPolite(from, to);
        double leftover = reason || edges.begins(from, "remark") || phrase ? 0.2 : 1.2;
        for (int i = from; i < to; i++) {
            reason &= !edges.words().get(i).isMark() && !edges.begins(i, "and") && !edges.begins(i, "then");
            double says = saying(i, to, phrase) * (reason ? 0.2 : 1);
            cost += (edges.words().get(i).kind() == WordKind.HAN ? 0.02 : 0.05) + says;
            leftover += says;
        }
        return new ClauseReading(
                Optional.empty(),
                meant(from, to),
                edges.begins(from, "reason") ? cost - 0.7 : cost,
                leftover,
                ReadingKind.REMARK,
                texts(from, to));
    }

    /** Reads the words as telling something of a place: "there's a cough from 0:31 to 0:32". */
    Optional<ClauseReading> topic(int from, int to) {
        ClauseReading told = remark(from, to);
        for (int i = from; i < to; i++) {
            for (Edge edge : longestPlaces(i, to)) {
                double own = 0;
                for (int w = edge.from(); w < edge.to(); w++) {
                    own += saying(w, to, false);
                }
                if (told.leftover() - own < MessageEdges.MISPLACED / 2) {
                    return Optional.of(new ClauseReading(
                            Optional.empty(),
                            List.of(edge),
                            told.cost() - own,
                            Math.min(0.6, told.leftover() - own),
                            ReadingKind.TOPIC,
                            told.words()));
                }
            }
        }
        return Optional.empty();
    }

    private List<Edge> longestPlaces(int at, int to) {
        return edges.from(at).stream()
                .filter(e ->
                        e.to() <= to && e.cost() == 0 && Story.place(List.of(e)).isPresent())
                .sorted(Comparator.comparingInt(Edge::to).reversed())
                .limit(1)
                .toList();
    }

    private List<String> texts(int from, int to) {
        return edges.words().subList(from, to).stream().map(Word::text).toList();
    }

    /** Returns what the words might ask for if they did, the longest first edges. */
    private List<Edge> meant(int from, int to) {
        List<Edge> meant = new ArrayList<>();
        for (int i = from; i < to; i++) {
            edges.from(i).stream()
                    .filter(e -> e.to() <= to
                            && e.cost() == 0
                            && !Categories.FREE.contains(e.category())
                            && !Categories.TOLD.contains(e.category()))
                    .max(Comparator.comparingInt(Edge::to))
                    .ifPresent(meant::add);
        }
        return meant;
    }

    /** Returns whether all words say nothing: "could you please". */
    private boolean isPolite(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean free = edges.words().get(i).isMark()
                    || edges.from(i).stream().anyMatch(e -> e.to() <= to && e.cost() == 0 && isNothing(e.category()));
            if (!free && !isWithin(i, from, to)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNothing(String category) {
        return category.equals("polite") || category.equals("filler") || category.equals("greeting");
    }

    private boolean isWithin(int word, int from, int to) {
        for (int i = from; i < word; i++) {
            if (edges.from(i).stream()
                    .anyMatch(e -> e.to() > word && e.to() <= to && e.cost() == 0 && isNothing(e.category()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTold(int from, int to) {
        for (int i = from; i < to; i++) {
            if (told[i]) {
                return true;
            }
        }
        return false;
    }

    /** One Chinese character is seldom a word of its own. */
    private double weight(Edge edge) {
        boolean character =
                edge.to() == edge.from() + 1 && edges.words().get(edge.from()).kind() == WordKind.HAN;
        return character ? 0.15 : 0.5;
    }

    /**
     * Returns how much the words from one on look as if they asked for something, or limited what is asked for. Beside a
     * phrase that asks for nothing, values ask for nothing either: "five minutes are too long".
     */
    private double saying(int at, int to, boolean phrase) {
        double most = 0;
        if (told[at]) {
            return most;
        }
        for (Edge edge : edges.from(at)) {
            if (edge.to() <= to && edge.cost() == 0) {
                most = Math.max(
                        most, Categories.DANGER.contains(edge.category()) ? 2 : asks(edge, phrase) ? weight(edge) : 0);
            }
        }
        return most;
    }

    /** Returns whether an edge may be a head or a value, and is more than a number, a pronoun or a noun that things have. */
    private boolean asks(Edge edge, boolean phrase) {
        String category = edge.category();
        boolean number =
                edges.from(edge.from()).stream().anyMatch(e -> e.category().equals("count") && e.to() == edge.to())
                        && !category.equals("size");
        boolean pronoun = edge.value() instanceof Part part && part.isPronoun();
        boolean word = repertoire.isHead(category) && edge.value().equals(category);
        return (phrase ? word : repertoire.isAsking(category))
                && !number
                && !pronoun
                && !category.endsWith(".word")
                && !Categories.TOLD.contains(category);
    }
}
