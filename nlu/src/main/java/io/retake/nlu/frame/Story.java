package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message as far as it has been read: the clauses so far and what they ask for together. Immutable.
 *
 * @param situation what words can refer to
 * @param repertoire all frames
 * @param requests what it asks for so far
 * @param place the part or the range that was named last
 * @param cost the cost so far
 * @param worst the cost of the clause that cost most
 * @param clauses the clauses so far
 * @param notes how clauses were taken together, for the ranker
 */
record Story(
        Situation situation,
        List<Frame> repertoire,
        List<Request> requests,
        Optional<Edge> place,
        double cost,
        double worst,
        List<ClauseReading> clauses,
        Set<String> notes) {

    static Story beginning(Situation situation, List<Frame> repertoire) {
        return new Story(situation, repertoire, List.of(), Optional.empty(), 0, 0, List.of(), Set.of());
    }

    Story costing(double more) {
        return new Story(situation, repertoire, requests, place, cost + more, worst, clauses, notes);
    }

    Story noting(String note) {
        Set<String> more = new LinkedHashSet<>(notes);
        more.add(note);
        return new Story(situation, repertoire, requests, place, cost, worst, clauses, more);
    }

    /** Returns the story with a clause that asks for nothing. */
    Story told(ClauseReading clause) {
        return new Story(
                situation,
                repertoire,
                requests,
                clause.kind() == ReadingKind.TOPIC ? place(clause.edges()).or(() -> place) : place,
                cost + clause.cost(),
                Math.max(worst, clause.leftover()),
                plus(clauses, clause),
                notes);
    }

    /** Returns the story with a request that a clause makes. */
    Story asked(ClauseReading clause, Request request) {
        return new Story(
                situation,
                repertoire,
                plus(requests, request),
                place(request.edges()).or(() -> place),
                cost + clause.cost(),
                Math.max(worst, clause.leftover()),
                plus(clauses, clause),
                notes);
    }

    /** Returns the story with another request of the last clause. */
    Story also(Request request) {
        return new Story(
                situation,
                repertoire,
                plus(requests, request),
                place(request.edges()).or(() -> place),
                cost,
                worst,
                clauses,
                notes);
    }

    /** Returns the last request; there is one. */
    Request last() {
        return requests.get(requests.size() - 1);
    }

    boolean endsInRemark() {
        return !clauses.isEmpty() && clauses.get(clauses.size() - 1).kind() == ReadingKind.REMARK;
    }

    Story withoutLast() {
        List<Request> fewer = requests.subList(0, requests.size() - 1);
        return new Story(situation, repertoire, fewer, place, cost, worst, clauses, notes);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> next = new ArrayList<>(list);
        next.add(item);
        return List.copyOf(next);
    }

    /** Returns what names a place among values: a part of the timeline or a range of time. */
    static Optional<Edge> place(List<Edge> edges) {
        return edges.stream()
                .filter(e -> e.category().equals("range")
                        || (e.value() instanceof Part part && !part.isPronoun() && part.kind() != PartKind.EVERYTHING))
                .reduce((earlier, later) -> later);
    }

    Reading reading() {
        return new Reading(Merging.merged(requests), cost, worst, clauses, notes);
    }
}
