package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a message read as one frame, or as something that asks for nothing.
 *
 * @param frame the frame; empty for a remark, and for values that belong to another clause
 * @param edges what its words say, in order, without those that say nothing
 * @param cost what it costs beside other readings of the same words
 * @param leftover how much of it has no place
 * @param kind what it is
 * @param words the words that it has no place for; of a remark all words
 */
public record ClauseReading(
        Optional<Frame> frame, List<Edge> edges, double cost, double leftover, ReadingKind kind, List<String> words) {
    /** The kinds of reading. */
    public enum ReadingKind {
        /** It asks for something. */
        REQUEST,
        /** It only names values: "and from 0:20 to 0:30". */
        VALUES,
        /** It tells something and asks for nothing. */
        REMARK,
        /** It tells something of a place that what follows is about. */
        TOPIC
    }

    /** Copies the lists. */
    public ClauseReading {
        edges = List.copyOf(edges);
        words = List.copyOf(words);
    }

    /** Returns the reading with so much of it left without a place. */
    ClauseReading leaving(double left) {
        return new ClauseReading(frame, edges, cost, left, kind, words);
    }
}
