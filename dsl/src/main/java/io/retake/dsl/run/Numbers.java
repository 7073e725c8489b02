package io.retake.dsl.run;

import java.util.concurrent.atomic.AtomicInteger;

/** What numbers the sessions and steps of one journal, whoever of several writes in it. Thread-safe. */
final class Numbers {
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();

    /** The next session's number, from 1. */
    int nextSession() {
        return sessions.incrementAndGet();
    }

    /** The next step's number, from 1. */
    int nextStep() {
        return steps.incrementAndGet();
    }
}
