package io.retake.engine.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chain whose end is not connected yet, with the chains that lead to it. Immutable.
 *
 * @param finished the chains before it, in the order of the graph
 * @param inputs of its first filter
 * @param filters those so far
 */
public record OpenChain(List<Chain> finished, List<? extends Pad> inputs, List<Filter> filters) {
    public OpenChain {
        finished = List.copyOf(finished);
        inputs = List.copyOf(inputs);
        filters = List.copyOf(filters);
    }

    /** Returns a chain that begins with pads; with none, its first filter must be a source. */
    public static OpenChain from(Pad... pads) {
        return from(List.of(pads));
    }

    /** Returns a chain that begins with pads; with none, its first filter must be a source. */
    public static OpenChain from(List<? extends Pad> pads) {
        return new OpenChain(List.of(), pads, List.of());
    }

    /** Returns this chain with more filters at its end. */
    public OpenChain then(Filter... more) {
        return then(List.of(more));
    }

    /** Returns this chain with more filters at its end. */
    public OpenChain then(List<Filter> more) {
        return new OpenChain(
                finished, inputs, Stream.concat(filters.stream(), more.stream()).toList());
    }

    /** Returns this chain with more chains before it. */
    public OpenChain after(List<Chain> chains) {
        return new OpenChain(Stream.concat(finished.stream(), chains.stream()).toList(), inputs, filters);
    }

    /** Returns the chains, the last of them this one with its end connected. */
    public List<Chain> to(Pad.Link... outputs) {
        return to(List.of(outputs));
    }

    /** Returns the chains, the last of them this one with its end connected. */
    public List<Chain> to(List<Pad.Link> outputs) {
        List<Chain> chains = new ArrayList<>(finished);
        chains.add(new Chain(inputs, filters, outputs));
        return chains;
    }
}
