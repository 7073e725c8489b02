package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads stretches of a message as telling something and asking for nothing. For one message. */
final class Tellings {
    /** What is left of "where he coughs", if it doesn't tell what is at a place that was named. */
    private static final double PLACED = 0.7;

    private final Repertoire repertoire;
    private final MessageEdges edges;

    Tellings(Repertoire repertoire, MessageEdges edges) {
        this.repertoire = repertoire;
        this.edges = edges;
    }

    /** Reads the words as telling something: dear where they look like a request, or limit one. */
    ClauseReading remark(int from, int to) {
        double cost = 1;
        boolean reason = edges.begins(from, "reason");
        int cause = Math.min(to, edges.endOf("_cause", from));
        int shown = Math.min(to, edges.endOf("_shown", from));
        double weight = cause > from ? 0.1 : 0.2;
        double leftover = shown > from ? PLACED : begins(from, to, "reason") || begins(from, to, "remark") ? 0.2 : 1.2;
        for (int i = from; i < to; i++) {
            reason &= !edges.words().get(i).isMark() && !edges.begins(i, "and") && !edges.begins(i, "then");
            double says = i < Math.max(cause, shown) ? 0 : saying(i, to) * (reason ? weight : 1);
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

    private boolean begins(int from, int to, String category) {
        return edges.from(from).stream().anyMatch(e -> e.category().equals(category) && e.cost() == 0 && e.to() <= to);
    }

    /**
     * Returns a remark behind a request as what it is there: "…, where he coughs" tells what is at a place that the
     * request names, and limits it otherwise; a sentence about something else explains it.
     */
    ClauseReading explaining(ClauseReading remark, int from, int to, boolean placed) {
        boolean shown = edges.endOf("_shown", from) > from;
        boolean sentence = !shown && remark.leftover() >= 1.2 && tells(from, to);
        double less = shown && placed ? PLACED - 0.2 : sentence ? 1 : 0;
        return remark.leaving(remark.leftover() - less);
    }

    /** Returns whether words are a sentence that tells something, and not what shall stay as it is. */
    private boolean tells(int from, int to) {
        boolean tells = false;
        for (int i = from; i < to; i++) {
            if (edges.endOf("_spares", i) > i) {
                return false;
            }
            tells |= i > from && i < to - 1 && edges.endOf("_tells", i) > i;
        }
        return tells;
    }

    /** Reads the words as telling something of a place: "there's a cough from 0:31 to 0:32". */
    Optional<ClauseReading> topic(int from, int to) {
        ClauseReading told = remark(from, to);
        for (int i = from; i < to; i++) {
            for (Edge edge : longestPlaces(i, to)) {
                double own = 0;
                for (int w = edge.from(); w < edge.to(); w++) {
                    own += saying(w, to);
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

    /** One Chinese character is seldom a word of its own. */
    private double weight(Edge edge) {
        boolean character =
                edge.to() == edge.from() + 1 && edges.words().get(edge.from()).kind() == WordKind.HAN;
        return character ? 0.15 : 0.5;
    }

    /** Returns how much the words from one on look as if they asked for something, or limited what is asked for. */
    private double saying(int at, int to) {
        double most = 0;
        for (Edge edge : edges.from(at)) {
            if (edge.to() <= to && edge.cost() == 0) {
                most = Math.max(most, Categories.DANGER.contains(edge.category()) ? 2 : asks(edge) ? weight(edge) : 0);
            }
        }
        return most;
    }

    /** Returns whether an edge may be a head or a value, and is more than a number, a pronoun or a noun that things have. */
    private boolean asks(Edge edge) {
        String category = edge.category();
        boolean number =
                edges.from(edge.from()).stream().anyMatch(e -> e.category().equals("count") && e.to() == edge.to())
                        && !category.equals("size");
        boolean pronoun = edge.value() instanceof Part part && part.kind() == PartKind.IT;
        boolean light = edges.from(edge.from()).stream()
                .anyMatch(e -> e.to() == edge.to() && e.cost() == 0 && Categories.FREE.contains(e.category()));
        return repertoire.isAsking(category)
                && !number
                && !light
                && !pronoun
                && !category.endsWith(".word")
                && !Categories.TOLD.contains(category);
    }
}
