package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads stretches of a message in the ways that cost least. For one message. */
final class Clauses {
    private static final int MOST_READINGS = 10;

    private final Repertoire repertoire;
    private final MessageEdges edges;
    private final Covering covering;
    private final Tellings tellings;

    Clauses(Repertoire repertoire, MessageEdges edges) {
        this.repertoire = repertoire;
        this.edges = edges;
        this.covering = new Covering(repertoire, edges);
        this.tellings = new Tellings(repertoire, edges);
    }

    /** Returns the best readings of the words between two indexes, best first. */
    List<ClauseReading> read(int from, int to) {
        Set<String> present = new HashSet<>();
        for (int i = from; i < to; i++) {
            for (Edge edge : edges.from(i)) {
                if (edge.to() <= to) {
                    present.add(edge.category());
                }
            }
        }
        List<ClauseReading> readings = new ArrayList<>();
        for (Frame frame : repertoire.frames()) {
            if (frame.isAsked(present)) {
                asked(frame, present, from, to).ifPresent(readings::add);
            }
        }
        covering.cover(Optional.empty(), from, to).ifPresent(readings::add);
        readings.add(tellings.remark(from, to));
        tellings.topic(from, to).ifPresent(readings::add);
        readings.sort(Comparator.comparingDouble(ClauseReading::cost));
        return readings.subList(0, Math.min(MOST_READINGS, readings.size()));
    }

    /** Returns a remark as what it says of the request before it. */
    ClauseReading explaining(ClauseReading remark, int from, int to, Story story) {
        return story.requests().isEmpty()
                ? remark
                : tellings.explaining(remark, from, to, story.last().hasTime());
    }

    /** Covers the words by each of the ways to ask for it that can be there; the best. */
    private Optional<ClauseReading> asked(Frame frame, Set<String> present, int from, int to) {
        return repertoire.ways(frame).stream()
                .filter(way -> way.isAsked(present))
                .flatMap(way -> covering.cover(Optional.of(way), from, to).stream())
                .min(Comparator.comparingDouble(ClauseReading::cost))
                .map(r ->
                        new ClauseReading(Optional.of(frame), r.edges(), r.cost(), r.leftover(), r.kind(), r.words()));
    }
}
