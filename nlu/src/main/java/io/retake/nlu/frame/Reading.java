package io.retake.nlu.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way to understand a whole message.
 *
 * @param requests the operations that it asks for, in order; none where it asks for nothing
 * @param cost how much of it has no place: 0 where every word has one
 * @param worst the cost of its least understood clause
 * @param clauses its clauses, in order
 * @param notes how clauses were taken together
 */
public record Reading(
        List<ObjectNode> requests, double cost, double worst, List<ClauseReading> clauses, Set<String> notes) {
    /** The cost of a clause with at most one word misspelt. */
    private static final double COMPLETE = 1.5;
    /** The cost of a remark that begins like one. */
    private static final double TOLD = 0.5;

    /** Copies the lists. */
    public Reading {
        requests = List.copyOf(requests);
        clauses = List.copyOf(clauses);
        notes = Collections.unmodifiableSet(new LinkedHashSet<>(notes)); // in order: training depends on it
    }

    /** Returns whether every word has a place, but for remarks that begin like one: "because …". */
    public boolean isComplete() {
        boolean carried = notes.contains("place carried");
        return worst <= COMPLETE
                && clauses.stream().allMatch(c -> switch (c.kind()) {
                    case REQUEST, VALUES -> c.words().isEmpty();
                    case REMARK -> c.leftover() <= TOLD;
                    case TOPIC -> carried;
                });
    }

    /** Returns this reading at a higher cost. */
    Reading costing(double more) {
        return new Reading(requests, cost + more, worst, clauses, notes);
    }
}
