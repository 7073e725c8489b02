package io.retake.repl.view;

/** Shows what is under way, one thing at a time. Thread-safe. */
sealed interface Progress permits LiveProgress, PlainProgress {
    /** This has begun, and nothing is known about how far it is. */
    void begin(String what);

    /** The transfer has come this far. Another {@code what} or {@code name} than before is a new transfer. */
    void show(Transfer transfer);

    /** Nothing is under way now; a line that was drawn in place is gone when this returns. */
    void clear();
}
