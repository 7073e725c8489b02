package io.retake.dsl.event;

/** Receives the events of a run: in the run's own threads, one at a time. Its exceptions are ignored. */
@FunctionalInterface
public interface RunListener {
    /** Ignores all events. */
    RunListener SILENT = event -> {};

    /** Receives an event. It should return soon: the run waits for it. */
    void on(RunEvent event);
}
