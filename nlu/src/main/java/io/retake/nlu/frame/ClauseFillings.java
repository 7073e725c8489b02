package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clause and the requests that it can make, which depend on the place that was named before it, and on nothing else.
 * For one message; computed on demand and kept.
 */
final class ClauseFillings {
    private final ClauseReading clause;
    private final Map<Optional<Edge>, List<Request>> about = new HashMap<>();
    private @Nullable List<Request> spread;

    ClauseFillings(ClauseReading clause) {
        this.clause = clause;
    }

    /** Returns the clause. */
    ClauseReading clause() {
        return clause;
    }

    /** Returns the frame of a clause that is a request. */
    Frame frame() {
        return clause.frame().orElseThrow();
    }

    /** Returns one request for each of several things; none where the clause names only one. */
    List<Request> spread() {
        List<Request> known = spread;
        if (known == null) {
            known = Spread.filling(frame(), clause.edges()).isEmpty()
                    ? List.of()
                    : Spread.of(frame(), clause.edges()).stream()
                            .map(e -> new Request(Filling.of(frame(), e).orElseThrow(), frame(), e))
                            .toList();
            spread = known;
        }
        return known;
    }

    /** Returns the requests that the values make as they stand, and about the place that was named before. */
    List<Request> about(Optional<Edge> before) {
        return about.computeIfAbsent(
                before,
                b -> places(b).stream()
                        .flatMap(e -> filled(e).stream().map(f -> new Request(f, frame(), e)))
                        .toList());
    }

    private Optional<Filling> filled(List<Edge> edges) {
        return Filling.of(frame(), edges).filter(f -> f.surplus() == 0 || edges.equals(clause.edges()));
    }

    private List<List<Edge>> places(Optional<Edge> before) {
        List<Edge> said = clause.edges();
        Optional<Edge> place = before.flatMap(this::carriable);
        if (place.isEmpty() || Story.place(said).isPresent()) {
            return Continuation.isThere(said) ? List.of() : List.of(said);
        }
        List<Edge> carried = new ArrayList<>(said);
        boolean it = carried.removeIf(e -> e.value() instanceof Part part && part.isPronoun());
        carried.add(place.get());
        boolean everything =
                said.stream().anyMatch(e -> e.value() instanceof Part part && part.kind() == PartKind.EVERYTHING);
        return it ? List.of(carried) : everything ? List.of(said) : List.of(said, carried);
    }

    /** Returns a place as the frame takes it; empty where it has none for it, or where it wasn't what was spoken of. */
    private Optional<Edge> carriable(Edge place) {
        if (place.category().equals("range")) {
            return Optional.of(place).filter(p -> frame().takes("range"));
        }
        boolean spokenOf = place.category().equals("part") || place.category().startsWith("the.");
        if (!spokenOf || !(place.value() instanceof Part part)) {
            return Optional.empty();
        }
        return frame().slots().stream()
                .filter(s -> s.argument().equals("on") && s.kinds().contains(part.kind()))
                .findFirst()
                .map(s -> new Edge(place.from(), place.to(), s.category(), part, place.cost()));
    }
}
