package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads stretches of a message in the ways that cost least. For one message. */
final class Clauses {
    private static final int MOST_READINGS = 10;

    /** A frame that a message may ask for, and the ways in which it may. */
    private record Candidate(Frame frame, List<Covering> ways) {}

    private final MessageEdges edges;
    private final int longest;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Covering values;
    private final Tellings tellings;
    private final Map<Integer, Map<String, Integer>> firstEnds = new HashMap<>();
    private final Map<List<Integer>, List<ClauseReading>> known = new HashMap<>();

    /**
     * Creates a reader of stretches.
     *
     * @param longest the most words that a stretch has
     */
    Clauses(Repertoire repertoire, MessageEdges edges, int longest) {
        this.edges = edges;
        this.longest = longest;
        this.values = new Covering(Optional.empty(), edges);
        this.tellings = new Tellings(repertoire, edges);
        Set<String> said = edges.categories();
        for (Frame frame : repertoire.frames()) {
            if (frame.isAsked(said)) {
                candidates.add(new Candidate(
                        frame,
                        repertoire.ways(frame).stream()
                                .filter(w -> w.isAsked(said))
                                .map(w -> new Covering(Optional.of(w), edges))
                                .toList()));
            }
        }
    }

    /** Returns the best readings of the words between two indexes, best first. */
    List<ClauseReading> read(int from, int to) {
        return known.computeIfAbsent(List.of(from, to), k -> readings(from, to));
    }

    private List<ClauseReading> readings(int from, int to) {
        List<ClauseReading> readings = new ArrayList<>();
        for (Candidate candidate : candidates) {
            asked(candidate, from, to).ifPresent(readings::add);
        }
        values.from(from, longest).reading(to).ifPresent(readings::add);
        ClauseReading remark = tellings.remark(from, to);
        readings.add(remark);
        tellings.topic(remark, from, to).ifPresent(readings::add);
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
    private Optional<ClauseReading> asked(Candidate candidate, int from, int to) {
        Optional<ClauseReading> best = Optional.empty();
        for (Covering way : candidate.ways()) {
            if (isAsked(way.frame().orElseThrow(), from, to)) {
                Optional<ClauseReading> reading = way.from(from, longest).reading(to);
                if (reading.isPresent()
                        && (best.isEmpty() || reading.get().cost() < best.get().cost())) {
                    best = reading;
                }
            }
        }
        return best.map(r -> new ClauseReading(
                Optional.of(candidate.frame()), r.edges(), r.cost(), r.leftover(), r.kind(), r.words()));
    }

    /** Returns whether what asks for it is said among the words. */
    private boolean isAsked(Frame way, int from, int to) {
        Map<String, Integer> ends = firstEnds.computeIfAbsent(from, this::firstEnds);
        for (String head : way.heads().get(0)) {
            if (ends.getOrDefault(head, Integer.MAX_VALUE) > to) {
                return false;
            }
        }
        return true;
    }

    /** Returns where each category is first said to its end, of what begins at a word or behind it. */
    private Map<String, Integer> firstEnds(int from) {
        Map<String, Integer> ends = new HashMap<>();
        for (int i = from; i < Math.min(from + longest, edges.words().size()); i++) {
            for (Edge edge : edges.from(i)) {
                ends.merge(edge.category(), edge.to(), Math::min);
            }
        }
        return ends;
    }
}
