package io.retake.core.client.http;

import java.time.Duration;

/** How the client waits; injected, so that a test needs no time. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long, or less when cancelled. */
    void sleep(Duration time, Cancellation cancellation) throws InterruptedException;

    /** Real time. */
    static Sleeper real() {
        return (time, cancellation) -> cancellation.await(time);
    }
}
