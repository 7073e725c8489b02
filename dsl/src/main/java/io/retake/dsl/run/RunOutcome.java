package io.retake.dsl.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports the end of a run once, from its own thread or from the one that abandons that thread. Thread-safe. */
final class RunOutcome {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Consumer<Outcome> end;

    /**
     * The outcome of the work.
     *
     * @param value its result
     * @param thrown its exception; then there is no value
     */
    record Outcome(@Nullable Object value, @Nullable Throwable thrown) {}

    /**
     * Creates an outcome.
     *
     * @param end reports it: called once
     */
    RunOutcome(Consumer<Outcome> end) {
        this.end = end;
    }

    boolean isOver() {
        return over.get();
    }

    /** Ends the run, unless it has ended. */
    void with(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            end.accept(outcome);
        }
    }
}
