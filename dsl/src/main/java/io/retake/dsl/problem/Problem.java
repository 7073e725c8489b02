package io.retake.dsl.problem;

/**
 * One problem of a script, found before anything ran.
 *
 * @param script the name of the script
 * @param line counted from 1; 0 when it belongs to no line (a parameter given from outside)
 * @param column counted from 1, in UTF-16 units; 0 when unknown
 * @param message the fault and the value found, with "did you mean" where there is a similar word
 * @param advice the next step to take; empty when the message suffices
 * @param source the text of that line; empty when there is none
 */
public record Problem(String script, int line, int column, String message, String advice, String source)
        implements Comparable<Problem> {

    /** Formats the problem: {@code card.groovy:3:5: unknown verb 'fad' here; did you mean 'fade'?}. */
    @Override
    public String toString() {
        String where = line == 0 ? script : script + ":" + line + (column == 0 ? "" : ":" + column);
        return where + ": " + message + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** Orders problems by place. */
    @Override
    public int compareTo(Problem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
