package io.retake.repl.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Keeps the prompt whatever is thrown, errors too. */
final class Guarded {
    private Guarded() {}

    /** Does a line: what it throws is how it ends. Returns whether it was done, or begun behind. */
    static boolean line(Desk desk, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (UserInterruptException | EndOfFileException typed) {
            throw typed;
        } catch (RuntimeException | Error failed) {
            desk.problem("this line failed: " + name(failed), "The prompt goes on; nothing else was changed by it.");
            return false;
        }
    }

    /** What only helps while a line is typed, or else the other: where it fails there is none. */
    static <T> T of(T otherwise, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException | Error failed) {
            return otherwise;
        }
    }

    /** What was thrown, for a person: what it says of itself is its own code, which may fail too. */
    static String name(Throwable failed) {
        String name = failed.getClass().getSimpleName();
        return of(name, () -> failed.getMessage() == null ? name : name + ": " + failed.getMessage());
    }
}
