package io.retake.repl.shell.job;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.run.Run;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run in the foreground or in the background. Passes its events to the foreground view while it is there, and to the
 * background view afterwards. Thread-safe.
 */
public final class Job implements RunListener {
    public final String text;
    public final Instant since;
    private final ForegroundView front;
    private final RunListener behind;
    private boolean inFront;
    private int number;
    private @Nullable Run run;
    private Optional<RunEvent.Progress> progress = Optional.empty();

    public Job(String text, Instant since, ForegroundView front, RunListener behind, boolean inFront) {
        this.text = text;
        this.since = since;
        this.front = front;
        this.behind = behind;
        this.inFront = inFront;
    }

    @Override
    public void on(RunEvent event) {
        synchronized (this) {
            if (event instanceof RunEvent.Progress now) {
                progress = Optional.of(now);
            }
            if (inFront) {
                front.on(event);
                return;
            }
        }
        behind.on(event); // not under the lock: it waits for the line editor
    }

    public synchronized void started(Run begun) {
        run = begun;
    }

    public synchronized Run run() {
        return java.util.Objects.requireNonNull(run);
    }

    /** Moves it to the background under a number. */
    synchronized void goBehind(int as) {
        inFront = false;
        front.leave();
        number = as;
    }

    /** Shows its events as lines above a question about it, until {@link #goOn}. */
    public synchronized void hold() {
        inFront = false;
        front.leave();
    }

    /** Returns to the foreground view after the question. */
    public synchronized void goOn() {
        inFront = true;
        front.goOn();
    }

    /** Returns its number among the background jobs; 0 while it is in the foreground. */
    public synchronized int number() {
        return number;
    }

    /** Returns its last reported progress. */
    public synchronized Optional<RunEvent.Progress> progress() {
        return progress;
    }
}
