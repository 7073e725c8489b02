package io.retake.core.client.http;

import java.time.Duration;

/** Waits for the client; injected, so that tests take no time. */
@FunctionalInterface
public interface Sleeper {
    /** Waits for a time, or less when cancelled. */
    void sleep(Duration time, Cancellation cancellation) throws InterruptedException;

    /** Real time. */
    static Sleeper real() {
        return (time, cancellation) -> cancellation.await(time);
    }
}
