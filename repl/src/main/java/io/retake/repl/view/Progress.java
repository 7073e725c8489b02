package io.retake.repl.view;

/** Shows the progress of one activity at a time. Thread-safe. */
sealed interface Progress permits LiveProgress, PlainProgress {
    /** Starts an activity of unknown progress. */
    void begin(String what);

    /** Updates a transfer. A different {@code what} or {@code name} starts a new one. */
    void show(Transfer transfer);

    /** Ends the activity; a line drawn in place is erased when this returns. */
    void clear();
}
