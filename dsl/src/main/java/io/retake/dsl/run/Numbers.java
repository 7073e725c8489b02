package io.retake.dsl.run;

import java.util.concurrent.atomic.AtomicInteger;

/** What numbers the sessions and steps of one journal, whoever of several writes in it. Thread-safe. */
final class Numbers {
    private final AtomicInteger sessions;
    private final AtomicInteger steps;

    /** For a new journal. */
    Numbers() {
        this(0, 0);
    }

    /** Goes on after the last numbers of a journal. */
    Numbers(int lastSession, int lastStep) {
        this.sessions = new AtomicInteger(lastSession);
        this.steps = new AtomicInteger(lastStep);
    }

    /** The next session's number, from 1. */
    int nextSession() {
        return sessions.incrementAndGet();
    }

    /** The next step's number, from 1. */
    int nextStep() {
        return steps.incrementAndGet();
    }
}
