package io.retake.repl.view;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.engine.api.EngineException;
import java.nio.file.InvalidPathException;
import java.util.Optional;

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
        return known(thrown)
                .orElseGet(() -> new FailureText("unexpected: " + name(thrown), "This is a bug in Retake" + where));
    }

    /** The same of what was thrown on purpose; empty for all else. */
    public static Optional<FailureText> known(Throwable thrown) {
        if (thrown instanceof RetakeException known) {
            return Optional.of(new FailureText(known.getMessage(), known.advice()));
        }
        if (thrown instanceof EngineException known) {
            return Optional.of(new FailureText(String.valueOf(known.getMessage()), ""));
        }
        return thrown instanceof InvalidPathException name ? known(FileNames.problem(name)) : Optional.empty();
    }

    /** What something is: what it says of itself may be a script's own code, which may fail too. */
    public static String name(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        try {
            return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
        } catch (RuntimeException | Error unsayable) {
            return name;
        }
    }
}
