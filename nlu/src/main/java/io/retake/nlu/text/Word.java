package io.retake.nlu.text;

/**
 * One word of a message.
 *
 * @param text in lower case, full-width characters narrowed; of a quotation and a file name the user's own spelling
 * @param kind its kind
 * @param start its start in the message
 * @param end its end in the message, exclusive
 */
public record Word(String text, WordKind kind, int start, int end) {
    /** Returns whether it is a mark that separates, such as a comma. */
    public boolean isMark() {
        return kind == WordKind.MARK;
    }
}
