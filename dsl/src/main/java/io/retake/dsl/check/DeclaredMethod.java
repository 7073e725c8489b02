package io.retake.dsl.check;

/**
 * A method that an entry of a prompt has declared: every later entry is compiled with its text.
 *
 * @param text the whole method
 * @param source what messages call the entry
 * @param line where it begins there, from 1
 */
public record DeclaredMethod(String text, String source, int line) {
    /** How many lines it takes in the text of another entry. */
    public int lines() {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }
}
