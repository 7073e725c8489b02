package io.retake.repl.shell;

import io.retake.repl.view.FailureText;
import io.retake.repl.view.HistoryView.Outcome;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Keeps the prompt whatever is thrown, errors too. */
final class Guarded {
    private Guarded() {}

    /** Does a line: what it throws is how it ends. Returns whether it was done, or begun behind. */
    static boolean line(ShellContext desk, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (UserInterruptException | EndOfFileException typed) {
            throw typed;
        } catch (RuntimeException | Error thrown) {
            return failed(desk, thrown);
        }
    }

    /** Says what was thrown; the prompt goes on. */
    static boolean failed(ShellContext desk, Throwable thrown) {
        FailureText text = FailureText.known(thrown)
                .orElseGet(() -> new FailureText(
                        "internal error: " + FailureText.name(thrown),
                        "Only this line is affected; the prompt continues."));
        desk.problem(text.message(), text.advice());
        desk.outcome = Outcome.FAILED;
        return false;
    }

    /** What only helps while a line is typed, or else the other: where it fails there is none. */
    static <T> T of(T otherwise, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException | Error failed) {
            return otherwise;
        }
    }
}
