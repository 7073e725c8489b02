package io.retake.engine.filter;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Filters that follow one another, with both ends connected. Immutable.
 *
 * @param inputs of the first filter; empty when it is a source
 * @param filters at least one
 * @param outputs of the last filter; empty when it is a sink
 */
public record Chain(List<? extends Pad> inputs, List<Filter> filters, List<Pad.Link> outputs) {
    private static final Set<String> SOURCES = Set.of("color", "anullsrc", "anoisesrc");
    private static final Set<String> SINKS = Set.of("anullsink");

    /** @throws IllegalArgumentException if it has no filter, or an end that should be connected isn't */
    public Chain {
        inputs = List.copyOf(inputs);
        filters = List.copyOf(filters);
        outputs = List.copyOf(outputs);
        if (filters.isEmpty()) {
            throw new IllegalArgumentException(
                    "A chain has no filter between " + pads(inputs) + " and " + pads(outputs) + ".");
        }
        if (inputs.isEmpty() != SOURCES.contains(filters.get(0).type())) {
            throw new IllegalArgumentException("The beginning of the chain " + text(inputs, filters, outputs)
                    + " must be connected, unless it is a source.");
        }
        if (outputs.isEmpty() != SINKS.contains(filters.get(filters.size() - 1).type())) {
            throw new IllegalArgumentException("The end of the chain " + text(inputs, filters, outputs)
                    + " must be connected, unless it is a sink.");
        }
    }

    /** Returns what FFmpeg reads. */
    public String text() {
        return text(inputs, filters, outputs);
    }

    private static String text(List<? extends Pad> inputs, List<Filter> filters, List<? extends Pad> outputs) {
        return pads(inputs) + Filter.text(filters) + pads(outputs);
    }

    private static String pads(List<? extends Pad> pads) {
        return pads.stream().map(Pad::text).collect(Collectors.joining());
    }
}
