package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has a place in a frame that can be asked for in one way, of all that a message says; or, without a frame, what is
 * a value. For one message; computed on demand and kept.
 */
final class Covering {
    /** Makes a cover have its heads; it is no part of the cost. */
    static final double HEAD = 1;

    /**
     * Something that has a place.
     *
     * @param edge what is said
     * @param cost what it costs there
     */
    record Placed(Edge edge, double cost) {}

    private final Optional<Frame> frame;
    private final MessageEdges edges;
    private final Map<Integer, List<Placed>> placed = new HashMap<>();
    private final Map<Integer, Cover> covers = new HashMap<>();

    Covering(Optional<Frame> frame, MessageEdges edges) {
        this.frame = frame;
        this.edges = edges;
    }

    /** Returns what has a place, of all that is said from a word on. */
    List<Placed> placed(int word) {
        return placed.computeIfAbsent(word, w -> {
            List<Placed> places = new ArrayList<>();
            for (Edge edge : edges.from(w)) {
                double cost = role(edge);
                if (cost < MessageEdges.DANGEROUS) {
                    places.add(new Placed(edge, cost));
                }
            }
            return places;
        });
    }

    /** Returns the cheapest covers of what begins at a word, each of some words at most. */
    Cover from(int word, int most) {
        return covers.computeIfAbsent(word, w -> new Cover(this, edges, w, most));
    }

    /** Returns what asks for it; nothing where there is no frame. */
    Optional<Frame> frame() {
        return frame;
    }

    /** Returns whether a category asks for the frame and is no value of it, which would rather be split into two. */
    static boolean isOnlyHead(Frame frame, String category) {
        return frame.isHead(category) && !frame.takes(category);
    }

    /** Returns what an edge costs in the frame: little where it has a place, too much elsewhere. */
    private double role(Edge edge) {
        String category = edge.category();
        if (frame.isPresent() && isOnlyHead(frame.get(), category)) {
            return 0.02 - HEAD;
        }
        if (frame.isPresent() && frame.get().extras().contains(category)) {
            return 0.04;
        }
        if (frame.isPresent() ? frame.get().takes(category) : Categories.VALUES.contains(category)) {
            return isPlaced(edge) ? 0.03 : MessageEdges.DANGEROUS;
        }
        if (frame.isEmpty() && Categories.OTHERWISE.contains(category)) {
            return 0.04;
        }
        if (category.equals("only") && frame.isPresent()) {
            return frame.get().takes("range") || frame.get().takes("part") ? 0.04 : MessageEdges.DANGEROUS;
        }
        return Categories.FREE.contains(category)
                ? 0.02 * (edge.to() - edge.from())
                : category.equals("and") ? 0.1 : MessageEdges.DANGEROUS;
    }

    /** Returns whether a part is of a kind that the frame can be applied to. */
    private boolean isPlaced(Edge edge) {
        if (frame.isEmpty() || !(edge.value() instanceof Part part)) {
            return true;
        }
        for (Slot slot : frame.get().slots()) {
            if (slot.category().equals(edge.category()) && slot.kinds().contains(part.kind())) {
                return true;
            }
        }
        return false;
    }
}
