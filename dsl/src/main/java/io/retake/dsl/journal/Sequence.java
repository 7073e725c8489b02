package io.retake.dsl.journal;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the sessions and steps of one journal, across concurrent writers. Thread-safe. */
public final class Sequence {
    private final AtomicInteger sessions;
    private final AtomicInteger steps;

    /** Creates a sequence for a new journal. */
    public Sequence() {
        this(0, 0);
    }

    /** Continues after the last numbers of a journal. */
    public Sequence(int lastSession, int lastStep) {
        this.sessions = new AtomicInteger(lastSession);
        this.steps = new AtomicInteger(lastStep);
    }

    /** Returns the next session's number, from 1. */
    public int nextSession() {
        return sessions.incrementAndGet();
    }

    /** Returns the next step's number, from 1. */
    public int nextStep() {
        return steps.incrementAndGet();
    }
}
