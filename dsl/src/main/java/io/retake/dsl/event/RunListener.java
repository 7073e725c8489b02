package io.retake.dsl.event;

/** Hears what happens in a run: in the run's own threads, one event at a time. What it throws is not heard. */
@FunctionalInterface
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = event -> {};

    /** Something happened. It should return soon: the run waits for it. */
    void on(RunEvent event);
}
