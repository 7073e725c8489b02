package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.value.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads stretches of a message as telling something and asking for nothing. For one message. */
final class Tellings {
    /** The leftover of "where he coughs" behind a request that names no place. */
    private static final double PLACED = 0.7;

    private final Repertoire repertoire;
    private final MessageEdges edges;
    /** By the word where it begins and the most words that it has: by itself, and beside what asks for nothing. */
    private final double[][] saying;

    private final double[][] beside;
    private final @Nullable Edge[][] meant;
    private final @Nullable Edge[][] places;
    private final boolean[] told;

    Tellings(Repertoire repertoire, MessageEdges edges) {
        this.repertoire = repertoire;
        this.edges = edges;
        int length = edges.words().size();
        this.told = told(edges);
        this.saying = new double[length][];
        this.beside = new double[length][];
        for (int i = 0; i < length; i++) {
            saying[i] = saying(i, false);
            beside[i] = saying(i, true);
        }
        this.meant = longest(e -> !Categories.FREE.contains(e.category()) && !Categories.TOLD.contains(e.category()));
        this.places = longest(e -> Story.place(List.of(e)).isPresent());
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

    /**
     * Returns how much the words from one on look as if they asked for something, or limited what is asked for. Beside a
     * phrase that asks for nothing, values ask for nothing either: "five minutes are too long".
     */
    private double[] saying(int at, boolean phrase) {
        double[] most = new double[edges.longest(at) + 1];
        for (Edge edge : edges.from(at)) {
            if (edge.cost() == 0 && !told[at]) {
                double says = Categories.DANGER.contains(edge.category()) ? 2 : asks(edge, phrase) ? weight(edge) : 0;
                int words = edge.to() - at;
                most[words] = Math.max(most[words], says);
            }
        }
        for (int i = 1; i < most.length; i++) {
            most[i] = Math.max(most[i], most[i - 1]);
        }
        return most;
    }

    /** Returns the longest edges of a kind that are spelt as they should be. */
    private @Nullable Edge[][] longest(Predicate<Edge> kind) {
        @Nullable Edge[][] longest = new @Nullable Edge[edges.words().size()][];
        for (int i = 0; i < longest.length; i++) {
            @Nullable Edge[] here = new @Nullable Edge[edges.longest(i) + 1];
            for (Edge edge : edges.from(i)) {
                if (edge.cost() == 0 && here[edge.to() - i] == null && kind.test(edge)) {
                    here[edge.to() - i] = edge;
                }
            }
            for (int k = 1; k < here.length; k++) {
                here[k] = here[k] == null ? here[k - 1] : here[k];
            }
            longest[i] = here;
        }
        return longest;
    }

    private double saying(int at, int to, boolean phrase) {
        double[] here = phrase ? beside[at] : saying[at];
        return here[Math.min(to - at, here.length - 1)];
    }

    private static @Nullable Edge longest(@Nullable Edge[][] longest, int at, int to) {
        return longest[at][Math.min(to - at, longest[at].length - 1)];
    }

    /** Reads the words as telling something: dear where they look like a request, or limit one. */
    ClauseReading remark(int from, int to) {
        double cost = 1;
        boolean reason = edges.begins(from, "reason");
        boolean phrase = isTold(from, to) || isPolite(from, to);
        int cause = Math.min(to, edges.endOf("_cause", from));
        int shown = Math.min(to, edges.endOf("_shown", from));
        double weight = cause > from ? 0.1 : 0.2;
        boolean told = begins(from, to, "reason") || begins(from, to, "remark") || phrase;
        double leftover = shown > from ? PLACED : told ? 0.2 : 1.2;
        for (int i = from; i < to; i++) {
            reason &= !edges.words().get(i).isMark() && !edges.begins(i, "and") && !edges.begins(i, "then");
            double says = i < Math.max(cause, shown) ? 0 : saying(i, to, phrase) * (reason ? weight : 1);
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

    /** Reads a remark as one on a place: "there's a cough from 0:31 to 0:32". */
    Optional<ClauseReading> topic(ClauseReading told, int from, int to) {
        for (int i = from; i < to; i++) {
            Edge place = longest(places, i, to);
            if (place == null) {
                continue;
            }
            double own = 0;
            for (int w = place.from(); w < place.to(); w++) {
                own += saying(w, to, false);
            }
            if (told.leftover() - own < MessageEdges.MISPLACED / 2) {
                return Optional.of(new ClauseReading(
                        Optional.empty(),
                        List.of(place),
                        told.cost() - own,
                        Math.min(0.6, told.leftover() - own),
                        ReadingKind.TOPIC,
                        told.words()));
            }
        }
        return Optional.empty();
    }

    private List<String> texts(int from, int to) {
        return edges.words().subList(from, to).stream().map(Word::text).toList();
    }

    /** Returns what the words might ask for if they did, the longest first edges. */
    private List<Edge> meant(int from, int to) {
        List<Edge> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Edge edge = longest(meant, i, to);
            if (edge != null) {
                all.add(edge);
            }
        }
        return all;
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

    /** Returns whether an edge may be a head or a value, and is more than a number, a pronoun or a noun that things have. */
    private boolean asks(Edge edge, boolean phrase) {
        String category = edge.category();
        boolean number =
                edges.from(edge.from()).stream().anyMatch(e -> e.category().equals("count") && e.to() == edge.to())
                        && !category.equals("size");
        boolean pronoun = edge.value() instanceof Part part && part.isPronoun();
        boolean light = edges.from(edge.from()).stream()
                .anyMatch(e -> e.to() == edge.to() && e.cost() == 0 && Categories.FREE.contains(e.category()));
        boolean word = repertoire.isHead(category) && edge.value().equals(category);
        return (phrase ? word : repertoire.isAsking(category))
                && !number
                && !light
                && !pronoun
                && !category.endsWith(".word")
                && !Categories.TOLD.contains(category);
    }
}
