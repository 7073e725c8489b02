package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import java.util.List;
import java.util.Set;

/** Something that a message asks for: its frame, what was said for it, and what that makes. */
record Request(Filling filling, Frame frame, List<Edge> edges) {
    private static final Set<String> TIMES = Set.of("range", "time", "exception");

    Request {
        edges = List.copyOf(edges);
    }

    /** Returns whether it only complains: "too dark". */
    boolean isComplaint() {
        return edges.stream()
                .anyMatch(e -> e.category().startsWith("too.") || e.category().endsWith(".complaint"));
    }

    /** Returns whether it says when: "from 0:10 to 0:20", "at 0:48". */
    boolean hasTime() {
        return edges.stream().anyMatch(e -> TIMES.contains(e.category()));
    }
}
