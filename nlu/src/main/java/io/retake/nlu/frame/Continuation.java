package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import io.retake.nlu.value.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways in which a clause can continue a message: as a request of its own, about what was named before, as the
 * remedy of a complaint, as a correction, or as an exception.
 */
final class Continuation {
    private static final double REMEDY = 0.2;
    private static final double VALUES = 0.2;
    private static final double CARRIED = 0.05;

    private final Story story;
    private final ClauseReading clause;
    private final Set<String> opening;

    private Continuation(Story story, ClauseReading clause, Set<String> opening) {
        this.story = story;
        this.clause = clause;
        this.opening = opening;
    }

    /** Returns the stories that go on with a clause; none where it makes no sense there. */
    static List<Story> of(Story story, ClauseReading clause, Set<String> opening) {
        Continuation continuation = new Continuation(story, clause, opening);
        return switch (clause.kind()) {
            case REMARK, TOPIC -> List.of(story.told(clause));
            case REQUEST -> continuation.request();
            case VALUES -> continuation.values();
        };
    }

    /** "No, …", "even slower", and "再…" at the beginning: about the last edit. */
    private boolean corrects() {
        boolean first = story.requests().isEmpty();
        return opening.contains("correction") || (first && (opening.contains("further") || opening.contains("then")));
    }

    private List<Story> request() {
        Frame frame = clause.frame().orElseThrow();
        boolean alone = frame.alone() && !story.requests().isEmpty();
        boolean after =
                !story.requests().isEmpty() && story.requests().get(0).frame().alone();
        if (alone || after) {
            return List.of();
        }
        if (frame.operation().equals("nothing")) {
            return leftAlone();
        }
        List<Story> ways = new ArrayList<>();
        if (Spread.filling(frame, clause.edges()).isPresent()) {
            return isThere(clause.edges()) ? List.of() : spread(frame);
        }
        for (List<Edge> edges : places(frame)) {
            filled(frame, edges).ifPresent(f -> ways.addAll(asked(f, frame, edges)));
        }
        return ways;
    }

    private List<Story> spread(Frame frame) {
        Optional<Story> next = Optional.empty();
        for (List<Edge> edges : Spread.of(frame, clause.edges())) {
            Request request = new Request(Filling.of(frame, edges).orElseThrow(), frame, edges);
            next = next.map(n -> n.also(request)).or(() -> Optional.of(story.asked(clause, request)));
        }
        return next.map(n -> n.noting("spread")).stream().toList();
    }

    private Optional<Filling> filled(Frame frame, List<Edge> edges) {
        return Filling.of(frame, edges).filter(f -> f.surplus() == 0 || edges.equals(clause.edges()));
    }

    /** The clause's values as they stand, and about the place that was named before. */
    private List<List<Edge>> places(Frame frame) {
        List<Edge> said = clause.edges();
        Optional<Edge> place = story.place().flatMap(p -> carriable(frame, p));
        boolean it = said.stream().anyMatch(Continuation::isIt);
        if (place.isEmpty() || Story.place(said).isPresent()) {
            return isThere(said) ? List.of() : List.of(said);
        }
        List<Edge> carried = new ArrayList<>(said);
        carried.removeIf(Continuation::isIt);
        carried.add(place.get());
        boolean everything =
                said.stream().anyMatch(e -> e.value() instanceof Part part && part.kind() == PartKind.EVERYTHING);
        return it ? List.of(carried) : everything ? List.of(said) : List.of(said, carried);
    }

    private static boolean isIt(Edge edge) {
        return edge.value() instanceof Part part && part.isPronoun();
    }

    /** "Mute it there" asks for nothing where no place was named before, least of all for everything. */
    private static boolean isThere(List<Edge> edges) {
        return edges.stream().anyMatch(e -> e.value() instanceof Part part && part.kind() == PartKind.THERE);
    }

    /** Returns a place as the frame takes it; empty where it has none for it, or where it wasn't what was spoken of. */
    private static Optional<Edge> carriable(Frame frame, Edge place) {
        if (place.category().equals("range")) {
            return Optional.of(place).filter(p -> frame.takes("range"));
        }
        boolean spokenOf = place.category().equals("part") || place.category().startsWith("the.");
        if (!spokenOf || !(place.value() instanceof Part part)) {
            return Optional.empty();
        }
        return frame.slots().stream()
                .filter(s -> s.argument().equals("on") && s.kinds().contains(part.kind()))
                .findFirst()
                .map(s -> new Edge(place.from(), place.to(), s.category(), part, place.cost()));
    }

    private List<Story> asked(Filling filling, Frame frame, List<Edge> edges) {
        Request request = new Request(filling, frame, edges);
        List<Story> ways = new ArrayList<>();
        boolean carried = !edges.equals(clause.edges());
        if (story.requests().isEmpty()) {
            ways.add(noted(story.asked(clause, request), carried, frame));
            if ((corrects() || request.isComplaint()) && !hasPlace(filling)) {
                Amendment.of(story.situation(), filling)
                        .map(a -> story.asked(clause, new Request(a, frame, edges))
                                .noting("amends"))
                        .ifPresent(ways::add);
            }
            return ways;
        }
        remedy(filling, frame, edges).ifPresent(ways::add);
        if (opening.contains("correction")) {
            boolean same = story.last().filling().operation().equals(filling.operation());
            ways.add(story.withoutLast().asked(clause, request).noting(same ? "replaces same" : "replaces other"));
        }
        ways.add(noted(story.asked(clause, request), carried, frame));
        return ways;
    }

    private Story noted(Story next, boolean carried, Frame frame) {
        if (!carried) {
            Optional<Object> own = Story.place(clause.edges()).map(Edge::value);
            if (own.isPresent() && own.equals(story.place().map(Edge::value))) {
                return next.noting("place carried"); // it only names it again
            }
            boolean dropped =
                    story.place().isPresent() && Story.place(clause.edges()).isEmpty();
            return dropped ? next.noting("place left").noting("place left " + frame.operation()) : next;
        }
        Story noted = next.costing(CARRIED).noting("place carried").noting("place carried " + frame.operation());
        for (String separator : opening) {
            noted = noted.noting("place carried over " + separator);
        }
        return noted;
    }

    /** "They are too cold, warm them by 10 %": the second says how much of the first. */
    private Optional<Story> remedy(Filling filling, Frame frame, List<Edge> edges) {
        Request last = story.last();
        Map<String, String> before = last.filling().arguments();
        boolean same = last.filling().operation().equals(filling.operation())
                && (last.isComplaint()
                        || clause.edges().stream().noneMatch(e -> Categories.VALUES.contains(e.category())))
                && before.keySet().stream()
                        .allMatch(k -> Merging.PLACES.contains(k)
                                || filling.arguments().containsKey(k));
        if (!same) {
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>(before);
        if (last.isComplaint()) {
            arguments.putAll(filling.arguments());
        } else {
            filling.arguments().forEach(arguments::putIfAbsent);
        }
        List<Edge> all = new ArrayList<>(last.edges());
        all.addAll(edges);
        Filling both = new Filling(
                filling.operation(),
                arguments,
                filling.part().or(() -> last.filling().part()),
                filling.surplus());
        return Optional.of(story.withoutLast()
                .asked(clause, new Request(both, frame, all))
                .costing(-REMEDY)
                .noting("remedy"));
    }

    private static boolean hasPlace(Filling filling) {
        return filling.part()
                        .filter(p -> !p.isPronoun() && p.kind() != PartKind.EVERYTHING)
                        .isPresent()
                || filling.arguments().keySet().stream().anyMatch(Merging.PLACES::contains);
    }

    /** "…, but leave the third": an exception of what is asked for everything, or nothing at all. */
    private List<Story> leftAlone() {
        List<Story> ways = new ArrayList<>(List.of(story.told(clause)));
        Optional<Part> part = clause.edges().stream()
                .map(Edge::value)
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .filter(p -> p.kind() == PartKind.CLIP || p.kind() == PartKind.SCENE)
                .findFirst();
        boolean place = part.isPresent() || clause.edges().stream().anyMatch(e -> e.value() instanceof Span);
        if (place && story.requests().isEmpty()) {
            return List.of(); // what is asked next isn't for everything
        }
        if (story.requests().isEmpty() || hasPlace(story.last().filling())) {
            return ways;
        }
        if (part.isEmpty()) {
            return clause.edges().stream()
                    .filter(e ->
                            e.value() instanceof Span && story.last().frame().takes("exception"))
                    .findFirst()
                    .map(e -> List.of(excepting("except", Filling.write((Span) e.value()))))
                    .orElse(ways);
        }
        Request last = story.last();
        boolean takes = last.frame().slots().stream()
                .anyMatch(s -> s.argument().equals("on")
                        && s.kinds().contains(part.get().kind()));
        if (takes) {
            return List.of(excepting("on", "all but " + part.get().text()));
        }
        return ways;
    }

    private Story excepting(String argument, String value) {
        Request last = story.last();
        Map<String, String> arguments = new LinkedHashMap<>(last.filling().arguments());
        arguments.put(argument, value);
        Filling but = new Filling(
                last.filling().operation(),
                arguments,
                last.filling().part(),
                last.filling().surplus());
        return story.withoutLast()
                .asked(clause, new Request(but, last.frame(), last.edges()))
                .noting("exception");
    }

    /** Values alone go on with the request before: more of the same, or a correction of its values. */
    private List<Story> values() {
        if (isThere(clause.edges())) {
            return List.of();
        }
        if (story.requests().isEmpty()) {
            return amended(story);
        }
        Request last = story.last();
        Set<String> categories = clause.edges().stream().map(Edge::category).collect(Collectors.toSet());
        if (!categories.stream().allMatch(last.frame()::takes)) {
            boolean amends =
                    story.requests().size() == 1 && last.filling().operation().startsWith(Amendment.PREFIX);
            return amends ? amended(story.withoutLast()) : List.of();
        }
        List<Edge> all = new ArrayList<>(last.edges());
        all.removeIf(e -> categories.contains(e.category()));
        boolean repeats = all.size() < last.edges().size();
        boolean more = opening.contains("correction") || !repeats;
        if (!more && categories.equals(Set.of("range"))) {
            all = new ArrayList<>(last.edges());
            more = true;
        }
        all.addAll(clause.edges());
        List<Edge> edges = all;
        Story before = more ? story.withoutLast() : story;
        String note = more ? "values more" : "values again";
        return Filling.of(last.frame(), edges).filter(f -> f.surplus() == 0).stream()
                .map(f -> before.asked(clause, new Request(f, last.frame(), edges))
                        .costing(VALUES)
                        .noting(note)
                        .noting(note + " " + last.frame().operation()))
                .toList();
    }

    private List<Story> amended(Story before) {
        boolean place = clause.edges().stream()
                .anyMatch(e -> e.category().equals("part") || e.category().equals("range"));
        if (place && !corrects()) {
            return List.of();
        }
        return Amendment.of(story.repertoire(), story.situation(), clause.edges()).stream()
                .flatMap(f -> frame(f).stream()
                        .map(frame -> before.asked(clause, new Request(f, frame, clause.edges()))
                                .costing(VALUES)
                                .noting("amends by values")))
                .toList();
    }

    private Optional<Frame> frame(Filling amended) {
        String operation = amended.operation().substring(Amendment.PREFIX.length());
        return story.repertoire().stream()
                .filter(f -> f.operation().equals(operation))
                .findFirst();
    }
}
