package io.retake.repl.shell;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.FailureText;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Keeps the prompt alive after any exception or error. */
final class Guarded {
    private Guarded() {}

    /**
     * Runs a line and reports its exception, if any.
     *
     * @return whether it succeeded, or started in the background
     */
    static boolean line(Evaluation evaluation, Console console, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (UserInterruptException | EndOfFileException typed) {
            throw typed;
        } catch (RuntimeException | Error thrown) {
            evaluation.failed();
            return failed(console, thrown);
        }
    }

    /** Reports an exception. Returns false. */
    static boolean failed(Console console, Throwable thrown) {
        FailureText text = FailureText.known(thrown)
                .orElseGet(() -> new FailureText(
                        ProgramMessages.text("failure.internal", FailureText.name(thrown)),
                        ProgramMessages.text("failure.only-this-line")));
        console.problem(text.message(), text.advice());
        return false;
    }

    /** Returns the result of an aid for typing, or the alternative if it fails. */
    static <T> T of(T otherwise, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException | Error failed) {
            return otherwise;
        }
    }
}
