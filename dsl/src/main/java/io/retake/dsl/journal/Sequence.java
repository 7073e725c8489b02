package io.retake.dsl.journal;

import java.util.concurrent.atomic.AtomicInteger;

/** What numbers the sessions and steps of one journal, whoever of several writes in it. Thread-safe. */
public final class Sequence {
    private final AtomicInteger sessions;
    private final AtomicInteger steps;

    /** For a new journal. */
    public Sequence() {
        this(0, 0);
    }

    /** Goes on after the last numbers of a journal. */
    public Sequence(int lastSession, int lastStep) {
        this.sessions = new AtomicInteger(lastSession);
        this.steps = new AtomicInteger(lastStep);
    }

    /** The next session's number, from 1. */
    public int nextSession() {
        return sessions.incrementAndGet();
    }

    /** The next step's number, from 1. */
    public int nextStep() {
        return steps.incrementAndGet();
    }
}
