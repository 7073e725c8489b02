package io.retake.repl.shell.job;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.run.Run;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is being done, in front of the prompt or behind it. Its events are shown by the view in front as long
 * as it is there, and by the one for work behind afterwards. Thread-safe.
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
        behind.on(event); // not under the lock: it waits for the line that is being typed
    }

    public synchronized void started(Run begun) {
        run = begun;
    }

    public synchronized Run run() {
        return java.util.Objects.requireNonNull(run);
    }

    /** From now on it is work behind, under that number. */
    synchronized void goBehind(int as) {
        inFront = false;
        front.leave();
        number = as;
    }

    /** What it tells goes above a question about it. */
    public synchronized void hold() {
        inFront = false;
        front.leave();
    }

    /** After the question. */
    public synchronized void goOn() {
        inFront = true;
        front.goOn();
    }

    /** Its number among the work behind; 0 as long as it is in front. */
    public synchronized int number() {
        return number;
    }

    /** How far it is. */
    public synchronized Optional<RunEvent.Progress> progress() {
        return progress;
    }
}
