package io.retake.repl.view;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.engine.EngineException;
import java.nio.file.InvalidPathException;

/**
 * How something that was thrown is said to a person.
 *
 * @param message what was wrong
 * @param advice the next step to take; empty when there is none
 */
public record FailureText(String message, String advice) {

    /**
     * What was thrown on purpose says it by itself; all else is a fault of this program.
     *
     * @param where how the person finds out more
     */
    public static FailureText of(Throwable thrown, String where) {
        if (thrown instanceof RetakeException known) {
            return new FailureText(known.getMessage(), known.advice());
        }
        if (thrown instanceof EngineException known) {
            return new FailureText(String.valueOf(known.getMessage()), "");
        }
        if (thrown instanceof InvalidPathException name) {
            return of(FileNames.problem(name), where);
        }
        return new FailureText("unexpected: " + thrown, "This is a fault in Retake" + where);
    }
}
