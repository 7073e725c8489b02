package io.retake.repl.view;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.engine.api.EngineException;
import io.retake.repl.message.ProgramMessages;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/**
 * The user-facing text of a throwable.
 *
 * @param message what went wrong
 * @param advice the next step to take; empty if there is none
 */
public record FailureText(String message, String advice) {

    /**
     * Returns the text of an expected failure; anything else is reported as a bug in Retake.
     *
     * @param where the end of the sentence, which tells how to get more details
     */
    public static FailureText of(Throwable thrown, String where) {
        return known(thrown)
                .orElseGet(() -> new FailureText(
                        ProgramMessages.text("failure.unexpected", name(thrown)),
                        ProgramMessages.text("failure.bug", where)));
    }

    /** Returns the text of an expected failure; empty for anything else. */
    public static Optional<FailureText> known(Throwable thrown) {
        if (thrown instanceof RetakeException known) {
            return Optional.of(new FailureText(known.getMessage(), known.advice()));
        }
        if (thrown instanceof EngineException known) {
            return Optional.of(new FailureText(String.valueOf(known.getMessage()), ""));
        }
        return thrown instanceof InvalidPathException name ? known(FileNames.problem(name)) : Optional.empty();
    }

    /** Returns the class name and message. The message may come from a script's own code, which may fail too. */
    public static String name(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        try {
            return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
        } catch (RuntimeException | Error unsayable) {
            return name;
        }
    }
}
