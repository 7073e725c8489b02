package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import java.util.List;

/** Something that a message asks for: its frame, what was said for it, and what that makes. */
record Request(Filling filling, Frame frame, List<Edge> edges) {
    Request {
        edges = List.copyOf(edges);
    }

    /** Returns whether it only complains: "too dark". */
    boolean isComplaint() {
        return edges.stream()
                .anyMatch(e -> e.category().startsWith("too.") || e.category().endsWith(".complaint"));
    }
}
