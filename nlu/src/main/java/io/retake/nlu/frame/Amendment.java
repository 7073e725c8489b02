package io.retake.nlu.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Times;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.situation.Situation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrects the last edit of the session: "no, 5 seconds", "at the bottom", "too slow". */
final class Amendment {
    /** Begins the operation of a filling that amends. */
    static final String PREFIX = "amend ";

    private Amendment() {}

    /** Puts values into the last edit; empty where it has no place for one of them. */
    static Optional<Filling> of(List<Frame> frames, Situation situation, List<Edge> values) {
        Optional<ObjectNode> last = last(situation);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String operation = last.get().path("op").asText();
        Map<String, String> arguments = arguments(last.get());
        for (Frame frame : frames) {
            if (frame.operation().equals(operation) && values.stream().allMatch(v -> frame.takes(v.category()))) {
                Optional<Filling> filled = Filling.of(loose(frame), values).filter(f -> f.surplus() == 0);
                if (filled.isPresent()) {
                    return Optional.of(amended(operation, arguments, filled.get()))
                            .filter(f -> !f.arguments().equals(arguments));
                }
            }
        }
        return special(operation, arguments, values);
    }

    /** Returns the last edit with what a request for the same operation says; empty where it is another operation. */
    static Optional<Filling> of(Situation situation, Filling request) {
        return last(situation)
                .filter(l -> l.path("op").asText().equals(request.operation()))
                .map(l -> amended(request.operation(), arguments(l), request))
                .filter(f -> !f.arguments()
                        .equals(last(situation).map(Amendment::arguments).orElse(Map.of())));
    }

    private static Optional<ObjectNode> last(Situation situation) {
        List<ObjectNode> last = situation.last();
        return last.isEmpty() ? Optional.empty() : Optional.of(last.get(last.size() - 1));
    }

    private static Map<String, String> arguments(ObjectNode edit) {
        Map<String, String> arguments = new LinkedHashMap<>();
        edit.properties().stream()
                .filter(e -> !e.getKey().equals("op"))
                .forEach(e -> arguments.put(e.getKey(), e.getValue().asText()));
        return arguments;
    }

    /** The frame without what it says itself, and with nothing required: the last edit has all that. */
    private static Frame loose(Frame frame) {
        List<Slot> slots = new ArrayList<>();
        frame.slots().forEach(s -> slots.add(new Slot(s.argument(), s.category(), s.kinds(), false)));
        return new Frame(frame.operation(), Map.of(), frame.heads(), frame.extras(), slots, false);
    }

    private static Filling amended(String operation, Map<String, String> before, Filling filled) {
        Map<String, String> arguments = new LinkedHashMap<>(before);
        Map<String, String> said = new LinkedHashMap<>(filled.arguments());
        String length = said.remove("duration");
        arguments.putAll(said);
        if (said.containsKey("from") != said.containsKey("to") && !isForward(arguments)) {
            arguments.remove(said.containsKey("from") ? "to" : "from");
        }
        if (length != null && operation.equals("title")) {
            Duration start = Optional.ofNullable(arguments.get("from"))
                    .flatMap(Times::read)
                    .orElse(Duration.ZERO);
            Times.read(length)
                    .ifPresent(l -> arguments.put("to", Moment.at(start.plus(l)).text()));
        } else if (length != null) {
            arguments.put("duration", length);
        }
        return new Filling(PREFIX + operation, arguments, filled.part(), 0);
    }

    /** "Only until 0:40" leaves the start where it was, if that is before. */
    private static boolean isForward(Map<String, String> arguments) {
        Optional<Duration> from = Optional.ofNullable(arguments.get("from")).flatMap(Times::read);
        Optional<Duration> to = Optional.ofNullable(arguments.get("to")).flatMap(Times::read);
        return from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) < 0;
    }

    /** A bare number is the main value of what was edited. */
    private static Optional<Filling> special(String operation, Map<String, String> before, List<Edge> values) {
        boolean number = values.size() == 1
                && (values.get(0).category().equals("number")
                        || values.get(0).category().equals("count"));
        if (!number) {
            return Optional.empty();
        }
        String said = Times.decimal(Double.parseDouble(values.get(0).value().toString()));
        Map<String, String> arguments = new LinkedHashMap<>(before);
        switch (operation) {
            case "speed", "zoom" -> arguments.put("factor", said + "x");
            case "volume" -> arguments.put("level", said + "%");
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(new Filling(PREFIX + operation, arguments, Optional.empty(), 0));
    }
}
