package io.retake.nlu.frame;

import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Times;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
import io.retake.nlu.value.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A frame with its values.
 *
 * @param operation the operation's name
 * @param arguments its arguments, in the notation of the vocabulary
 * @param part what it is about; empty where nothing is named
 * @param surplus the number of values that have no place
 */
record Filling(String operation, Map<String, String> arguments, Optional<Part> part, int surplus) {

    Filling {
        arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Fills a frame; empty when a value that it needs is missing. */
    static Optional<Filling> of(Frame frame, List<Edge> edges) {
        Map<String, String> arguments = new LinkedHashMap<>();
        List<Edge> left = new ArrayList<>(edges);
        left.removeIf(e -> !frame.takes(e.category()));
        if (hasSeveralParts(left)) {
            left.removeIf(e -> e.value() instanceof Part part
                    && (part.isPronoun() || part.kind() == PartKind.EVERYTHING)); // "clip 2: flip it"
        }
        Optional<Part> part = Optional.empty();
        for (Slot slot : frame.slots()) {
            List<Edge> values = fitting(slot, left);
            if (values.isEmpty()) {
                if (slot.required()) {
                    return Optional.empty();
                }
                continue;
            }
            if (slot.argument().equals("range")) {
                ranges(arguments, values);
                left.removeAll(values);
            } else if (slot.category().equals("exception")) {
                arguments.put("except", write((Span) values.get(0).value()));
                left.remove(values.get(0));
            } else {
                Edge value = values.get(0);
                if (!isForEach(slot)) {
                    left.remove(value);
                }
                if (slot.argument().equals("pair")) {
                    pair(arguments, (List<?>) value.value());
                } else if (value.value() instanceof Part named) {
                    part = slot.argument().equals("on") ? Optional.of(named) : part;
                    put(arguments, slot.argument(), named);
                } else if (slot.category().startsWith("show.")) {
                    arguments.put(slot.argument(), shownUntil(arguments, part, slot, (Duration) value.value()));
                } else {
                    slot.arguments().forEach(a -> arguments.put(a, text(value)));
                }
            }
        }
        for (Slot slot : frame.slots()) {
            if (isForEach(slot)) {
                left.removeAll(fitting(slot, left));
            }
        }
        constants(frame, arguments, left);
        return Optional.of(new Filling(frame.operation(), arguments, part, left.size()));
    }

    private static boolean hasSeveralParts(List<Edge> edges) {
        int parts = 0;
        for (Edge edge : edges) {
            parts += edge.value() instanceof Part ? 1 : 0;
        }
        return parts > 1;
    }

    /** "For 3 s" ends 3 s behind where it begins, "5 s more" behind where it ended. */
    private static String shownUntil(Map<String, String> arguments, Optional<Part> part, Slot slot, Duration length) {
        Optional<Span> span =
                part.filter(p -> p.spans().size() == 1).map(p -> p.spans().get(0));
        Optional<Moment> there = span.map(s -> slot.category().equals("show.more") ? s.to() : s.from());
        Duration start = Optional.ofNullable(arguments.get("from"))
                .flatMap(Times::read)
                .or(() -> there.filter(Moment.At.class::isInstance).map(m -> ((Moment.At) m).offset()))
                .orElse(Duration.ZERO);
        return Moment.at(start.plus(length)).text();
    }

    private static void pair(Map<String, String> arguments, List<?> numbers) {
        if (numbers.size() == 2) {
            arguments.put(
                    "first",
                    "clip " + Times.decimal(Double.parseDouble(numbers.get(0).toString())));
            arguments.put(
                    "with",
                    "clip " + Times.decimal(Double.parseDouble(numbers.get(1).toString())));
        }
    }

    /** One value for several arguments: "5 % off all sides". */
    private static boolean isForEach(Slot slot) {
        return slot.category().endsWith(".each");
    }

    private static List<Edge> fitting(Slot slot, List<Edge> edges) {
        List<Edge> fitting = new ArrayList<>();
        for (Edge edge : edges) {
            if (fits(slot, edge)) {
                fitting.add(edge);
            }
        }
        return fitting;
    }

    private static boolean fits(Slot slot, Edge edge) {
        return slot.category().equals(edge.category())
                && (!(edge.value() instanceof Part part)
                        || slot.kinds().isEmpty()
                        || slot.kinds().contains(part.kind()));
    }

    private static void put(Map<String, String> arguments, String argument, Part part) {
        if (part.kind() != PartKind.EVERYTHING && !part.isPronoun()) {
            arguments.put(argument, part.text());
        }
    }

    private static void ranges(Map<String, String> arguments, List<Edge> values) {
        if (values.size() == 1) {
            Span span = (Span) values.get(0).value();
            if (!span.from().equals(Moment.START)) {
                arguments.put("from", span.from().text());
            }
            if (!span.to().equals(Moment.END)) {
                arguments.put("to", span.to().text());
            }
        } else {
            arguments.put(
                    "ranges", values.stream().map(v -> write((Span) v.value())).collect(Collectors.joining(", ")));
        }
    }

    static String write(Span span) {
        return edge(span.from()) + "-" + edge(span.to());
    }

    private static String edge(Moment moment) {
        return moment.equals(Moment.START) ? "0:00" : moment.text();
    }

    private static String text(Edge edge) {
        if (edge.value() instanceof Duration length) {
            return Times.writeLength(length);
        }
        if (edge.value() instanceof Moment moment) {
            return moment.text();
        }
        if (edge.value() instanceof Double number) {
            return Times.decimal(number);
        }
        if (edge.value() instanceof List<?> list) {
            return list.stream()
                    .map(v -> v instanceof Double n ? Times.decimal(n) : v.toString())
                    .collect(Collectors.joining(", "));
        }
        return edge.value().toString();
    }

    /** Writes the frame's own arguments, with the amount that was said: one for all of them. */
    private static void constants(Frame frame, Map<String, String> arguments, List<Edge> left) {
        List<Edge> amounts =
                left.stream().filter(e -> Frame.isAmount(e.category())).toList();
        String said = amounts.stream()
                .filter(e -> e.category().equals("delta"))
                .findFirst()
                .or(() -> amounts.stream().findFirst())
                .map(e -> e.value().toString())
                .orElse("some");
        frame.constants().forEach((name, value) -> {
            if (value.endsWith("amount")) {
                left.removeAll(amounts);
                arguments.put(name, Amounts.signed(value.startsWith("-"), said));
            } else {
                arguments.putIfAbsent(name, value);
            }
        });
    }
}
