package io.retake.dsl.run;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.scope.Film;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run. Immutable.
 *
 * @param state how it ended
 * @param value the script's return value; empty for nothing
 * @param outputs the files it made, in order
 * @param failure why it failed or where it was cancelled
 * @param took its duration
 */
public record RunResult(
        RunEvent.State state,
        Optional<Object> value,
        List<Film> outputs,
        Optional<RunEvent.Failed> failure,
        Duration took) {
    /** Copies the list. */
    public RunResult {
        outputs = List.copyOf(outputs);
    }

    /** Returns whether everything was done. */
    public boolean done() {
        return state == RunEvent.State.DONE;
    }

    /**
     * Returns this result, when everything was done.
     *
     * @throws DslException with the failure's message, advice and cause when it was not
     */
    public RunResult orThrow() {
        failure.ifPresent(f -> {
            throw new DslException(f.message(), f.advice(), f.cause().orElse(null));
        });
        return this;
    }
}
