package io.retake.engine.filter;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole filter graph: every pad is connected, and connected once. Immutable.
 *
 * @param chains in the order in which FFmpeg reads them
 * @param ends the links that leave the graph
 */
public record FilterGraph(List<Chain> chains, List<Pad.Link> ends) {
    /** @throws IllegalArgumentException if a pad is read or written twice, never read, or never written */
    public FilterGraph {
        chains = List.copyOf(chains);
        ends = List.copyOf(ends);
        Set<Pad> read = once(
                "read",
                Stream.concat(chains.stream().flatMap(chain -> chain.inputs().stream()), ends.stream())
                        .toList());
        Set<Pad> written = once(
                "written",
                chains.stream().flatMap(chain -> chain.outputs().stream()).toList());
        for (Pad pad : read) {
            if (pad instanceof Pad.Link && !written.contains(pad)) {
                throw new IllegalArgumentException("The filter graph reads " + pad.text() + ", which no chain writes.");
            }
        }
        for (Pad pad : written) {
            if (!read.contains(pad)) {
                throw new IllegalArgumentException("The filter graph writes " + pad.text() + ", which no chain reads.");
            }
        }
    }

    private static Set<Pad> once(String how, Collection<? extends Pad> pads) {
        Set<Pad> seen = new HashSet<>();
        for (Pad pad : pads) {
            if (!seen.add(pad)) {
                throw new IllegalArgumentException(
                        "Two places of the filter graph have " + how + " " + pad.text() + ".");
            }
        }
        return seen;
    }

    /** Returns whether a filter of that type is in it. */
    public boolean uses(String type) {
        return chains.stream()
                .flatMap(chain -> chain.filters().stream())
                .anyMatch(filter -> filter.type().equals(type));
    }

    /** Returns this graph with more chains that read some of its ends. */
    public FilterGraph with(List<Chain> more, List<Pad.Link> newEnds) {
        return new FilterGraph(Stream.concat(chains.stream(), more.stream()).toList(), newEnds);
    }

    /** Returns what FFmpeg reads. */
    public String text() {
        return chains.stream().map(Chain::text).collect(Collectors.joining(";\n"));
    }
}
