package io.retake.repl.shell;

import io.retake.repl.view.FailureText;
import io.retake.repl.view.HistoryView.Outcome;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Keeps the prompt alive whatever is thrown, including errors. */
final class Guarded {
    private Guarded() {}

    /** Runs a line and reports what it throws. Returns whether it is done, or runs in the background. */
    static boolean line(ShellContext desk, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (UserInterruptException | EndOfFileException typed) {
            throw typed;
        } catch (RuntimeException | Error thrown) {
            return failed(desk, thrown);
        }
    }

    /** Reports a throwable; the prompt continues. Returns false. */
    static boolean failed(ShellContext desk, Throwable thrown) {
        FailureText text = FailureText.known(thrown)
                .orElseGet(() -> new FailureText(
                        "internal error: " + FailureText.name(thrown),
                        "Only this line is affected; the prompt continues."));
        desk.problem(text.message(), text.advice());
        desk.outcome = Outcome.FAILED;
        return false;
    }

    /** Runs code that only assists typing; returns {@code otherwise} if it fails. */
    static <T> T of(T otherwise, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException | Error failed) {
            return otherwise;
        }
    }
}
