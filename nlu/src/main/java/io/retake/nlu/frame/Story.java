package io.retake.nlu.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.nlu.Situation;
import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as it has been read: the clauses so far and what they ask for together. Immutable.
 *
 * @param situation what words can refer to
 * @param repertoire all frames
 * @param requests the operations so far
 * @param frames the frame of each request
 * @param edges the values of each request
 * @param last what was named last
 * @param cost the cost so far
 * @param worst the cost of the clause that cost most
 * @param clauses the clauses so far
 */
record Story(
        Situation situation,
        List<Frame> repertoire,
        List<Filling> requests,
        List<Frame> frames,
        List<List<Edge>> edges,
        Optional<Part> last,
        double cost,
        double worst,
        List<ClauseReading> clauses) {

    private static final Set<String> PLACES = Set.of("on", "from", "to", "ranges", "except");
    private static final double CLAUSE_BONUS = 0.2;

    static Story beginning(Situation situation, List<Frame> repertoire) {
        return new Story(situation, repertoire, List.of(), List.of(), List.of(), Optional.empty(), 0, 0, List.of());
    }

    Story costing(double more) {
        return new Story(situation, repertoire, requests, frames, edges, last, cost + more, worst, clauses);
    }

    /** Returns the story with another clause; empty where it makes no sense here. */
    Optional<Story> next(ClauseReading clause, Set<String> opening) {
        boolean corrects = opening.contains("correction");
        Optional<Story> next = continued(clause, corrects);
        return next.map(n -> n.with(plus(clauses, clause)));
    }

    private Story with(List<ClauseReading> read) {
        return new Story(situation, repertoire, requests, frames, edges, last, cost, worst, read);
    }

    private Optional<Story> continued(ClauseReading clause, boolean corrects) {
        return switch (clause.kind()) {
            case REMARK -> Optional.of(with(clause.cost(), clause.leftover()));
            case REQUEST -> isPossible(clause) ? Optional.of(request(clause, corrects)) : Optional.empty();
            case VALUES -> values(clause, corrects);
        };
    }

    private Story with(double more, double leftover) {
        return new Story(situation, repertoire, requests, frames, edges, last, cost + more, Math.max(worst, leftover), clauses);
    }

    private Story request(ClauseReading clause, boolean corrects) {
        Frame frame = clause.frame().orElseThrow();
        Filling filling = referred(Filling.of(frame, clause.edges()).orElseThrow(), frame);
        if (requests.isEmpty() && (corrects || isComplaint(clause)) && !hasPlace(filling)) {
            Optional<Filling> amended = Amendment.of(situation, filling);
            if (amended.isPresent()) {
                return adding(amended.get(), frame, clause.edges(), clause.cost(), clause.leftover());
            }
        }
        Optional<Story> remedy = remedy(filling, frame, clause);
        if (remedy.isPresent()) {
            return remedy.get();
        }
        Story before = corrects && !requests.isEmpty() ? withoutLast() : this;
        return before.adding(filling, frame, clause.edges(), clause.cost(), clause.leftover());
    }

    /** "Yes" is a message of its own: beside other requests it must mean something else. */
    private boolean isPossible(ClauseReading clause) {
        boolean alone = clause.frame().filter(Frame::alone).isPresent();
        return requests.isEmpty() || (!alone && !frames.get(0).alone());
    }

    private static boolean isComplaint(ClauseReading clause) {
        return isComplaint(clause.edges());
    }

    private static boolean isComplaint(List<Edge> values) {
        return values.stream()
                .anyMatch(e -> e.category().startsWith("too.") || e.category().endsWith(".complaint"));
    }

    /** "They are too cold, warm them by 10 %": the second says how much of the first. */
    private Optional<Story> remedy(Filling filling, Frame frame, ClauseReading clause) {
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        int at = requests.size() - 1;
        Filling before = requests.get(at);
        boolean same = isComplaint(edges.get(at))
                && before.operation().equals(filling.operation())
                && before.arguments().keySet().stream()
                        .allMatch(k -> PLACES.contains(k) || filling.arguments().containsKey(k));
        if (!same) {
            return Optional.empty();
        }
        Map<String, String> arguments = new java.util.LinkedHashMap<>(filling.arguments());
        if (!hasPlace(filling)) {
            before.arguments().forEach((k, v) -> {
                if (PLACES.contains(k)) {
                    arguments.put(k, v);
                }
            });
        }
        Filling both = new Filling(
                filling.operation(), arguments, filling.part().or(before::part), filling.surplus());
        return Optional.of(withoutLast()
                .adding(both, frame, clause.edges(), clause.cost() - CLAUSE_BONUS, clause.leftover()));
    }

    private static boolean hasPlace(Filling filling) {
        return filling.part().isPresent()
                || filling.arguments().keySet().stream().anyMatch(PLACES::contains);
    }

    private Story withoutLast() {
        int most = requests.size() - 1;
        return new Story(
                situation,
                repertoire,
                requests.subList(0, most),
                frames.subList(0, most),
                edges.subList(0, most),
                last,
                cost,
                worst,
                clauses);
    }

    private Story adding(Filling filling, Frame frame, List<Edge> values, double more, double leftover) {
        return new Story(
                situation,
                repertoire,
                plus(requests, filling),
                plus(frames, frame),
                plus(edges, values),
                filling.part().or(() -> last),
                cost + more,
                Math.max(worst, leftover), clauses);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> next = new ArrayList<>(list);
        next.add(item);
        return List.copyOf(next);
    }

    /** "Mute it": what was named last in this message. */
    private Filling referred(Filling filling, Frame frame) {
        boolean it = filling.part().filter(p -> p.kind() == PartKind.IT).isPresent();
        if (!it || last.isEmpty() || last.get().kind() == PartKind.IT) {
            return filling;
        }
        Part named = last.get();
        boolean fits = frame.slots().stream()
                .anyMatch(s -> s.argument().equals("on") && s.kinds().contains(named.kind()));
        if (!fits || named.kind() == PartKind.EVERYTHING) {
            return filling;
        }
        java.util.LinkedHashMap<String, String> arguments = new java.util.LinkedHashMap<>(filling.arguments());
        arguments.put("on", named.text());
        return new Filling(filling.operation(), arguments, Optional.of(named), filling.surplus());
    }

    /** Values alone go on with the request before: more of the same, or a correction of its values. */
    private Optional<Story> values(ClauseReading clause, boolean corrects) {
        if (requests.isEmpty()) {
            boolean place = clause.edges().stream()
                    .anyMatch(e -> e.category().equals("part") || e.category().equals("range"));
            if (place && !corrects) {
                return Optional.empty();
            }
            return Amendment.of(repertoire, situation, clause.edges())
                    .flatMap(f -> frame(f).map(frame -> adding(f, frame, clause.edges(), clause.cost() + 0.2, clause.leftover())));
        }
        int at = requests.size() - 1;
        Frame frame = frames.get(at);
        Set<String> categories = clause.edges().stream().map(Edge::category).collect(Collectors.toSet());
        if (!categories.stream().allMatch(frame::takes)) {
            boolean amends = requests.size() == 1 && requests.get(0).operation().startsWith("amend ");
            return amends
                    ? Amendment.of(repertoire, situation, clause.edges())
                            .map(f -> withoutLast()
                                    .adding(f, frame, clause.edges(), clause.cost() + 0.2, clause.leftover()))
                    : Optional.empty();
        }
        List<Edge> kept = edges.get(at).stream()
                .filter(e -> !categories.contains(e.category()))
                .toList();
        boolean repeats = kept.size() < edges.get(at).size();
        List<Edge> values = new ArrayList<>(kept);
        values.addAll(clause.edges());
        boolean ranges = !corrects && categories.equals(Set.of("range")) && repeats;
        if (ranges) {
            values = new ArrayList<>(edges.get(at));
            values.addAll(clause.edges());
        }
        List<Edge> all = values;
        return Filling.of(frame, all).filter(f -> f.surplus() == 0).map(f -> {
            Filling filling = referred(f, frame);
            double more = clause.cost() + 0.2;
            return corrects || ranges || !repeats
                    ? withoutLast().adding(filling, frame, all, more, clause.leftover())
                    : adding(filling, frame, all, more, clause.leftover());
        });
    }

    private Optional<Frame> frame(Filling amended) {
        String operation = amended.operation().substring("amend ".length());
        return repertoire.stream()
                .filter(f -> f.operation().equals(operation))
                .findFirst();
    }

    private static ObjectNode json(Filling request) {
        boolean amends = request.operation().startsWith("amend ");
        ObjectNode edit = JsonNodeFactory.instance
                .objectNode()
                .put("op", amends ? request.operation().substring(6) : request.operation());
        request.arguments().forEach(edit::put);
        if (!amends) {
            return edit;
        }
        ObjectNode amend = JsonNodeFactory.instance.objectNode().put("op", "amend");
        amend.set("edit", edit);
        return amend;
    }

    Reading reading() {
        List<ObjectNode> json = new ArrayList<>();
        for (Filling request : requests) {
            ObjectNode next = json(request);
            if (!request.operation().equals("nothing")) {
                json.add(next);
            }
        }
        return new Reading(merged(json), cost, worst, clauses);
    }

    private static final Set<String> ADDING_UP =
            Set.of("undo", "redo", "append", "insert", "duplicate", "repeat", "rotate", "flip", "reverse");

    /** Changes of color of the same part are one operation. */
    private static List<ObjectNode> merged(List<ObjectNode> requests) {
        List<ObjectNode> merged = new ArrayList<>();
        for (ObjectNode request : requests) {
            ObjectNode before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            boolean same = before != null
                    && before.path("op").equals(request.path("op"))
                    && isSamePlace(before, request);
            if (before != null && before.equals(request) && !ADDING_UP.contains(request.path("op").asText())) {
                continue; // said twice: "those lines are ugly, deinterlace"
            }
            boolean adds = isColor(request) || isOtherFade(before, request);
            if (before != null && same && (adds || isVague(before))) {
                ObjectNode both = adds ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
                request.properties().forEach(e -> both.set(e.getKey(), e.getValue()));
                merged.set(merged.size() - 1, both);
            } else {
                merged.add(request);
            }
        }
        return merged;
    }

    /** "Speed it up so that it lasts 10 s" asks for one change of speed. */
    private static boolean isVague(ObjectNode request) {
        return request.size() > 1
                && request.properties().stream()
                        .filter(e -> !e.getKey().equals("op"))
                        .allMatch(e -> e.getValue().asText().endsWith("some"));
    }

    /** "In over 1 s, out over 2 s" is one fade. */
    private static boolean isOtherFade(@Nullable ObjectNode before, ObjectNode request) {
        return before != null
                && request.path("op").asText().startsWith("fade")
                && before.has("in") != request.has("in")
                && before.has("out") != request.has("out");
    }

    private static boolean isColor(ObjectNode request) {
        return request.path("op").asText().equals("color");
    }

    private static boolean isSamePlace(ObjectNode a, ObjectNode b) {
        return Map.of("on", "", "from", "", "to", "", "ranges", "", "except", "").keySet().stream()
                .allMatch(k -> a.path(k).equals(b.path(k)));
    }
}
