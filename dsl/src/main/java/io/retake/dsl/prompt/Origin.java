package io.retake.dsl.prompt;

import io.retake.dsl.problem.ScriptSource;

/**
 * Where an entry stands that nobody typed at a prompt: in lines from elsewhere.
 *
 * @param name what messages call them
 * @param line of its first line, from 1
 */
public record Origin(String name, int line) {

    /** The entry as a script whose lines have the numbers that they have there. */
    ScriptSource source(String text) {
        return ScriptSource.text(name, "\n".repeat(line - 1) + text);
    }

    /** {@code <stdin>:3}. */
    @Override
    public String toString() {
        return name + ":" + line;
    }
}
