package io.retake.dsl.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a run ends: told once, by its own thread or by whoever leaves that thread behind. Thread-safe. */
final class RunOutcome {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Consumer<Outcome> end;

    /**
     * What came of the work.
     *
     * @param value what it returned
     * @param thrown what it threw; then there is no value
     */
    record Outcome(@Nullable Object value, @Nullable Throwable thrown) {}

    /** @param end tells it: called once */
    RunOutcome(Consumer<Outcome> end) {
        this.end = end;
    }

    boolean isOver() {
        return over.get();
    }

    /** Ends it, unless somebody has. */
    void with(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            end.accept(outcome);
        }
    }
}
