package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest covers of the stretches of a message that begin at one word, by what has a place in a frame: the cover of
 * a stretch is also the beginning of longer ones. For one message.
 */
final class Cover {
    /** The cost of values that make no sense together. */
    private static final double NONE = 10_000;

    private final Optional<Frame> frame;
    private final MessageEdges edges;
    private final int from;
    /** The least cost up to each word, counted from the first one, and what ends there; nothing for a word left out. */
    private final double[] best;

    private final @Nullable Edge[] by;
    /** The cost of values up to each word that do not fit together; NaN until it is needed. */
    private final double[] misfits;

    Cover(Covering places, MessageEdges edges, int from, int most) {
        this.frame = places.frame();
        this.edges = edges;
        this.from = from;
        int length = Math.min(most, edges.words().size() - from);
        this.best = new double[length + 1];
        this.by = new @Nullable Edge[length + 1];
        this.misfits = new double[length + 1];
        Arrays.fill(misfits, Double.NaN);
        Arrays.fill(best, 1, length + 1, Double.MAX_VALUE);
        for (int i = 0; i < length; i++) {
            improve(best[i] + edges.skip(from + i), i + 1, null);
            for (Covering.Placed place : places.placed(from + i)) {
                Edge edge = place.edge();
                boolean joins = i > 0 || !edge.category().equals("and"); // at the beginning there is nothing to join
                if (edge.to() - from <= length && joins) {
                    improve(best[i] + place.cost() + edge.cost(), edge.to() - from, edge);
                }
            }
        }
    }

    private void improve(double cost, int at, @Nullable Edge edge) {
        if (cost < best[at] - 1e-9) {
            best[at] = cost;
            by[at] = edge;
        }
    }

    /** Reads the words up to an index; empty where that makes no sense. */
    Optional<ClauseReading> reading(int to) {
        int length = to - from;
        List<Edge> chosen = isAnotherRequest(length) ? List.of() : chosen(length);
        if (chosen.isEmpty() || frame.filter(f -> !isListed(f, chosen)).isPresent()) {
            return Optional.empty();
        }
        double cost = cost(length, chosen);
        ReadingKind kind = frame.isPresent() ? ReadingKind.REQUEST : ReadingKind.VALUES;
        return cost > 1000
                ? Optional.empty()
                : Optional.of(new ClauseReading(frame, chosen, cost, cost, kind, skipped(length)));
    }

    /** Returns whether words are left out that change what is asked for. */
    private boolean isAnotherRequest(int length) {
        for (int i = length; i > 0 && frame.isPresent(); i = before(i)) {
            if (by[i] == null && edges.isNeverLeft(from + i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether several things for one verb are a list: "the captions and the logo", not "the music in clip 2". */
    private boolean isListed(Frame frame, List<Edge> chosen) {
        List<Edge> things = Spread.things(frame, chosen);
        for (int i = 1; i < things.size(); i++) {
            int end = things.get(i - 1).to();
            int next = things.get(i).from();
            boolean joined =
                    chosen.stream().anyMatch(e -> e.category().equals("and") && e.from() >= end && e.to() <= next);
            boolean beside = end == next && isClip(things.get(i - 1)) == isClip(things.get(i));
            if (!joined && !beside && edges.words().subList(end, next).stream().noneMatch(Word::isMark)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClip(Edge thing) {
        return thing.value() instanceof Part part && (part.kind() == PartKind.CLIP || part.kind() == PartKind.SCENE);
    }

    private List<Edge> chosen(int length) {
        List<Edge> chosen = new ArrayList<>();
        for (int i = length; i > 0; i = before(i)) {
            Edge edge = by[i];
            if (edge != null && !isFree(edge)) {
                chosen.add(edge);
            }
        }
        Collections.reverse(chosen);
        return chosen;
    }

    private List<String> skipped(int length) {
        List<String> skipped = new ArrayList<>();
        for (int i = length; i > 0; i = before(i)) {
            Word word = edges.words().get(from + i - 1);
            if (by[i] == null && !word.isMark()) {
                skipped.add(word.text());
            }
        }
        Collections.reverse(skipped);
        return skipped;
    }

    private int before(int at) {
        Edge edge = by[at];
        return edge == null ? at - 1 : edge.from() - from;
    }

    private double cost(int length, List<Edge> chosen) {
        if (frame.isEmpty()) {
            return best[length];
        }
        double cost = best[length] + misfit(frame.get(), length, chosen);
        for (Edge edge : chosen) {
            cost += Covering.isOnlyHead(frame.get(), edge.category()) ? Covering.HEAD : 0;
        }
        return cost;
    }

    /** Words that say nothing behind the last one that does change nothing in how the values fit. */
    private double misfit(Frame frame, int length, List<Edge> chosen) {
        int last = length;
        for (Edge edge = by[last]; last > 0 && (edge == null || isFree(edge)); edge = by[last]) {
            last = before(last);
        }
        if (Double.isNaN(misfits[last])) {
            misfits[last] = misfit(frame, chosen);
        }
        return misfits[last];
    }

    private static boolean isFree(Edge edge) {
        return Categories.FREE.contains(edge.category());
    }

    /** Returns the cost of values that are too many or missing. */
    private static double misfit(Frame frame, List<Edge> chosen) {
        Set<String> categories = new HashSet<>();
        chosen.forEach(e -> categories.add(e.category()));
        if (!frame.isAsked(categories)) {
            return NONE;
        }
        boolean limited = categories.contains("range")
                || categories.contains("time")
                || chosen.stream()
                        .anyMatch(e ->
                                e.category().equals("part") && !(e.value() instanceof Part part && part.isPronoun()));
        double unlimited =
                categories.contains("only") && !limited && !frame.isHead("only") ? MessageEdges.DANGEROUS : 0;
        return Spread.filling(frame, chosen)
                .or(() -> Filling.of(frame, chosen))
                .or(() -> limited ? Optional.empty() : Filling.of(frame.placeless(), chosen))
                .map(f -> f.surplus() * MessageEdges.MISPLACED + unlimited)
                .orElse(NONE);
    }
}
