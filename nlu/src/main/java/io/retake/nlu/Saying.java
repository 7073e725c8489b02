package io.retake.nlu;

/**
 * Something that a stretch of a message can say.
 *
 * @param category what kind of thing it says
 * @param start its start in the message
 * @param end its end in the message, exclusive
 */
public record Saying(String category, int start, int end) {
    /** Returns whether it is a part of a longer one. */
    public boolean isWithin(Saying longer) {
        return longer.start <= start && end <= longer.end && longer.end - longer.start > end - start;
    }

    /** Returns whether it stands where another one does. */
    public boolean isAt(Saying other) {
        return start == other.start && end == other.end;
    }
}
