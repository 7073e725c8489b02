package io.retake.dsl.prompt;

import io.retake.dsl.problem.ScriptSource;

/**
 * The origin of an entry that was not typed at a prompt.
 *
 * @param name the name of the source in messages
 * @param line its first line, from 1
 */
public record Origin(String name, int line) {

    /** Returns the entry as a script whose lines have their original numbers. */
    ScriptSource source(String text) {
        return ScriptSource.text(name, "\n".repeat(line - 1) + text);
    }

    /** Formats the origin: {@code <stdin>:3}. */
    @Override
    public String toString() {
        return name + ":" + line;
    }
}
