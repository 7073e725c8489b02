package io.retake.dsl.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run under way, or over. Thread-safe. */
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

    /** Names the run and its journal. */
    public String id() {
        return id;
    }

    /** Waits for the end. A run that failed has a result too: see {@link RunResult#orThrow}. */
    public RunResult await() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for the end, that long at most; empty when it still goes on. */
    public Optional<RunResult> await(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(result.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The result, once it is over. */
    public Optional<RunResult> result() {
        return Optional.ofNullable(result.getNow(null));
    }

    /**
     * Stops it: returns at once, and what the run does ends within 200 ms. A render at a backend on this machine is
     * stopped; nothing half-written remains. Cancelling twice, or after the end, does nothing.
     */
    public void cancel() {
        stop.run();
    }

    /**
     * Stops it here, as {@link #cancel} does, and leaves a render at the backend running: its journal keeps what it takes
     * to pick it up. At an embedded engine nothing goes on without this process.
     */
    public void leave() {
        context.abandon();
        stop.run();
    }

    /**
     * What the backend is doing for it that can't be stopped from here: a message that is not answered yet, at a backend
     * on another machine. It may be paid for whether or not somebody waits. Empty when nothing is.
     */
    public Optional<String> unstoppable() {
        return context.connection.local() ? Optional.empty() : context.sending();
    }
}
