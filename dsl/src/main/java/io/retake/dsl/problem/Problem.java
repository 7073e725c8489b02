package io.retake.dsl.problem;

/**
 * One thing that is wrong with a script, found before anything ran.
 *
 * @param script what the script is called
 * @param line counted from 1; 0 when it belongs to no line (a parameter given from outside)
 * @param column counted from 1, in UTF-16 units; 0 when unknown
 * @param message what is wrong and what was found, with "did you mean" where there is a near word
 * @param advice the next step to take; empty when the message says it all
 * @param source the text of that line; empty when there is none
 */
public record Problem(String script, int line, int column, String message, String advice, String source)
        implements Comparable<Problem> {

    /** {@code card.groovy:3:5: unknown verb 'fad' here; did you mean 'fade'?}. */
    @Override
    public String toString() {
        String where = line == 0 ? script : script + ":" + line + (column == 0 ? "" : ":" + column);
        return where + ": " + message + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** By place. */
    @Override
    public int compareTo(Problem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
