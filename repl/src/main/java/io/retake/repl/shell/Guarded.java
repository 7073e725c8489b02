package io.retake.repl.shell;

import java.util.function.Supplier;

/** What only helps while a line is typed: where it fails there is none, and the line is as it was. */
final class Guarded {
    private Guarded() {}

    /** What is asked for, or else the other. */
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
