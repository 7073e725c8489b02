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
    /** No continuation costs less than its clause by more than this. */
    static final double MOST_SAVED = REMEDY;

    private static final double VALUES = 0.2;
    private static final double CARRIED = 0.05;

    private final Story story;
    private final ClauseFillings fillings;
    private final ClauseReading clause;
    private final Set<String> opening;

    private Continuation(Story story, ClauseFillings fillings, Set<String> opening) {
        this.story = story;
        this.fillings = fillings;
        this.clause = fillings.clause();
        this.opening = opening;
    }

    /** Returns the stories that go on with a clause; none where it makes no sense there. */
    static List<Story> of(Story story, ClauseFillings fillings, Set<String> opening) {
        Continuation continuation = new Continuation(story, fillings, opening);
        ClauseReading clause = fillings.clause();
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
        Frame frame = fillings.frame();
        boolean alone = frame.alone() && !story.requests().isEmpty();
        boolean after =
                !story.requests().isEmpty() && story.requests().get(0).frame().alone();
        if (alone || after) {
            return List.of();
        }
        if (frame.operation().equals("nothing")) {
            return leftAlone();
        }
        if (corrects() && story.requests().isEmpty() && keepsIt()) {
            return List.of();
        }
        if (!fillings.spread().isEmpty()) {
            return isThere(clause.edges()) ? List.of() : List.of(spread(fillings.spread()));
        }
        List<Story> ways = new ArrayList<>();
        fillings.about(story.place()).forEach(r -> ways.addAll(asked(r)));
        return ways;
    }

    /** "No, keep it until 0:06" is about what was edited last, and trims nothing. */
    private boolean keepsIt() {
        return clause.edges().stream().anyMatch(e -> e.category().equals("keep"))
                && clause.edges().stream().anyMatch(e -> e.value() instanceof Part part && part.isPronoun());
    }

    private Story spread(List<Request> requests) {
        Story next = story.asked(clause, requests.get(0));
        for (Request request : requests.subList(1, requests.size())) {
            next = next.also(request);
        }
        return next.noting("spread");
    }

    private List<Story> asked(Request request) {
        Filling filling = request.filling();
        Frame frame = request.frame();
        List<Edge> edges = request.edges();
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

    /** "Mute it there" asks for nothing where no place was named before, least of all for everything. */
    static boolean isThere(List<Edge> edges) {
        return edges.stream().anyMatch(e -> e.value() instanceof Part part && part.kind() == PartKind.THERE);
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
        return takes ? List.of(excepting("on", "all but " + part.get().text())) : List.of();
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
        boolean narrows = categories.equals(Set.of("part")) && !hasPlace(last.filling());
        boolean more = opening.contains("correction") || !repeats || narrows;
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
        boolean part = clause.edges().stream().anyMatch(e -> e.category().equals("part"));
        boolean range = clause.edges().stream().anyMatch(e -> e.category().equals("range"));
        List<Edge> values = clause.edges().stream()
                .filter(e -> !Categories.OTHERWISE.contains(e.category()))
                .toList();
        boolean otherwise = values.size() < clause.edges().size();
        if (values.isEmpty() || (!corrects() && (part || (range && !otherwise)))) {
            return List.of();
        }
        return Amendment.of(story.repertoire(), story.situation(), values).stream()
                .flatMap(f -> frame(f).stream()
                        .map(frame -> before.asked(clause, new Request(f, frame, values))
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
