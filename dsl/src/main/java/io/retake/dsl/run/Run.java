package io.retake.dsl.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An active or finished run. Thread-safe. */
public final class Run {
    private final String id;
    private final CompletableFuture<RunResult> result;
    private final Runnable stop;
    private final RunContext context;

    Run(String id, CompletableFuture<RunResult> result, Runnable stop, RunContext context) {
        this.id = id;
        this.result = result;
        this.stop = stop;
        this.context = context;
    }

    /** Returns the id of the run and its journal. */
    public String id() {
        return id;
    }

    /** Waits for the end. A failed run has a result too: see {@link RunResult#orThrow}. */
    public RunResult await() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for the end, up to a time; empty when it is still active. */
    public Optional<RunResult> await(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(result.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Returns the result, once it is over. */
    public Optional<RunResult> result() {
        return Optional.ofNullable(result.getNow(null));
    }

    /**
     * Cancels the run: returns at once, and its work ends within 200 ms. Stops a render at a backend on this machine,
     * and leaves no incomplete files. Cancelling twice, or after the end, does nothing.
     */
    public void cancel() {
        stop.run();
    }

    /**
     * Cancels the run like {@link #cancel}, but leaves a render at the backend running: the journal keeps what is
     * needed to resume it. At an embedded engine nothing continues without this process.
     */
    public void leave() {
        context.abandon();
        stop.run();
    }

    /**
     * Returns the backend's work for this run that can't be stopped from here: an unanswered message, at a backend on
     * another machine, which may cost credits whether or not anyone waits. Empty when there is none.
     */
    public Optional<String> unstoppable() {
        return context.connection.local() ? Optional.empty() : context.sending();
    }
}
