package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Covers stretches of a message with what a frame has a place for. For one message. */
final class Covering {
    /** Makes a cover have its heads; it is no part of the cost. */
    private static final double HEAD = 1;

    private final Repertoire repertoire;
    private final MessageEdges edges;

    Covering(Repertoire repertoire, MessageEdges edges) {
        this.repertoire = repertoire;
        this.edges = edges;
    }

    /** Covers the words with what the frame has a place for, as cheaply as possible. */
    Optional<ClauseReading> cover(Optional<Frame> frame, int from, int to) {
        double[] best = new double[to - from + 1];
        @Nullable Edge[] by = new @Nullable Edge[to - from + 1];
        Arrays.fill(best, Double.MAX_VALUE);
        best[0] = 0;
        for (int i = from; i < to; i++) {
            double here = best[i - from];
            improve(best, by, here + edges.skip(i), i + 1 - from, null);
            for (Edge edge : edges.from(i)) {
                boolean joins = i > from || !edge.category().equals("and"); // at the beginning there is nothing to join
                if (edge.to() <= to && joins) {
                    double cost = role(frame, edge);
                    if (cost < MessageEdges.DANGEROUS) {
                        improve(best, by, here + cost + edge.cost(), edge.to() - from, edge);
                    }
                }
            }
        }
        List<Edge> chosen = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = to - from; i > 0; i = by[i] == null ? i - 1 : by[i].from() - from) {
            if (by[i] != null && !Categories.FREE.contains(by[i].category())) {
                chosen.add(0, by[i]);
            } else if (by[i] == null && !edges.words().get(from + i - 1).isMark()) {
                skipped.add(0, edges.words().get(from + i - 1).text());
            }
        }
        double cost = best[to - from] + misfit(frame, chosen);
        for (Edge edge : chosen) {
            cost += isOnlyHead(frame, edge.category()) ? HEAD : 0;
        }
        if (cost > 1000 || (frame.isPresent() && skipsDanger(by, from, to))) {
            return Optional.empty();
        }
        ReadingKind kind = frame.isPresent() ? ReadingKind.REQUEST : ReadingKind.VALUES;
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClauseReading(frame, chosen, cost, cost, kind, skipped));
    }

    /** Returns whether a cover leaves out words that change what is asked for: then it is something else. */
    private boolean skipsDanger(@Nullable Edge[] by, int from, int to) {
        for (int i = to - from; i > 0; i = by[i] == null ? i - 1 : by[i].from() - from) {
            int word = from + i - 1;
            if (by[i] == null && (edges.isDangerous(word) || edges.isPolar(word) || edges.isBegun(word, repertoire))) {
                return true;
            }
        }
        return false;
    }

    private static void improve(double[] best, @Nullable Edge[] by, double cost, int at, @Nullable Edge edge) {
        if (cost < best[at] - 1e-9) {
            best[at] = cost;
            by[at] = edge;
        }
    }

    /** Returns whether a category asks for the frame and is no value of it, which would rather be split into two. */
    private static boolean isOnlyHead(Optional<Frame> frame, String category) {
        return frame.isPresent() && frame.get().isHead(category) && !frame.get().takes(category);
    }

    /** Returns what an edge costs in a frame: little where it has a place, too much elsewhere. */
    private static double role(Optional<Frame> frame, Edge edge) {
        String category = edge.category();
        if (isOnlyHead(frame, category)) {
            return 0.02 - HEAD;
        }
        if (frame.isPresent() && frame.get().extras().contains(category)) {
            return 0.04;
        }
        if (frame.isPresent() ? frame.get().takes(category) : Categories.VALUES.contains(category)) {
            return isPlaced(frame, edge) ? 0.03 : MessageEdges.DANGEROUS;
        }
        if (category.equals("only") && frame.isPresent()) {
            return frame.get().takes("range") || frame.get().takes("part") ? 0.04 : MessageEdges.DANGEROUS;
        }
        return Categories.FREE.contains(category)
                ? 0.02 * (edge.to() - edge.from())
                : category.equals("and") ? 0.1 : MessageEdges.DANGEROUS;
    }

    /** Returns whether a part is of a kind that the frame can be applied to. */
    private static boolean isPlaced(Optional<Frame> frame, Edge edge) {
        return !(edge.value() instanceof Part part)
                || frame.isEmpty()
                || frame.get().slots().stream()
                        .anyMatch(s -> s.category().equals(edge.category())
                                && s.kinds().contains(part.kind()));
    }

    /** Returns the cost of values that are too many or missing. */
    private static double misfit(Optional<Frame> frame, List<Edge> chosen) {
        if (frame.isEmpty()) {
            return 0;
        }
        Set<String> categories = chosen.stream().map(Edge::category).collect(Collectors.toSet());
        if (!frame.get().isAsked(categories)) {
            return 10_000;
        }
        boolean limited = chosen.stream()
                .anyMatch(e -> e.category().equals("range")
                        || e.category().equals("time")
                        || (e.category().equals("part") && !(e.value() instanceof Part part && part.isPronoun())));
        double unlimited =
                categories.contains("only") && !limited && !frame.get().isHead("only") ? MessageEdges.DANGEROUS : 0;
        return Spread.filling(frame.get(), chosen)
                .or(() -> Filling.of(frame.get(), chosen))
                .or(() -> limited ? Optional.empty() : Filling.of(frame.get().placeless(), chosen))
                .map(f -> f.surplus() * MessageEdges.MISPLACED + unlimited)
                .orElse(10_000.0);
    }
}
