package io.retake.dsl.check;

/**
 * A method declared by an entry of a prompt; every later entry is compiled with its text.
 *
 * @param text the whole method
 * @param source the name of the entry in messages
 * @param line its first line in the entry, from 1
 */
public record DeclaredMethod(String text, String source, int line) {
    /** Returns the number of lines it takes in the text of another entry. */
    public int lines() {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }
}
