package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One verb for several things: "remove the captions and the logo" asks for two removals. */
final class Spread {
    private Spread() {}

    /** Returns the values for each of the things; one list where there is only one. */
    static List<List<Edge>> of(Frame frame, List<Edge> edges) {
        List<Edge> parts = things(frame, edges);
        if (parts.size() < 2) {
            return List.of(edges);
        }
        List<List<Edge>> each = new ArrayList<>();
        for (Edge part : parts) {
            List<Edge> values = new ArrayList<>(edges);
            values.removeAll(parts);
            values.add(part);
            each.add(values);
        }
        return each;
    }

    /** Returns what the frame's verb is for, in order; none where each thing has a place of its own. */
    static List<Edge> things(Frame frame, List<Edge> edges) {
        boolean single =
                frame.slots().stream().filter(s -> s.category().equals("part")).count() == 1;
        return edges.stream()
                .filter(e -> single && e.category().equals("part") && e.value() instanceof Part part && isThing(part))
                .toList();
    }

    /** "Everything" and "it" say of the other thing what it is: "everything except clip 2". */
    private static boolean isThing(Part part) {
        return part.kind() != PartKind.EVERYTHING && part.kind() != PartKind.IT;
    }

    /** Returns the first of several fillings that leave nothing over; empty where there is only one thing. */
    static Optional<Filling> filling(Frame frame, List<Edge> edges) {
        List<List<Edge>> each = of(frame, edges);
        if (each.size() == 1) {
            return Optional.empty();
        }
        boolean all = each.stream()
                .allMatch(
                        e -> Filling.of(frame, e).filter(f -> f.surplus() == 0).isPresent());
        return all ? Filling.of(frame, each.get(0)) : Optional.empty();
    }
}
