package io.retake.repl.view;

/** Shows how far one thing at a time has come. Thread-safe. */
sealed interface Progress permits LiveProgress, PlainProgress {
    /** The transfer has come this far. Another {@code what} or {@code name} than before is a new transfer. */
    void show(Transfer transfer);

    /** Nothing is under way now; a line that was drawn in place is gone when this returns. */
    void clear();
}
