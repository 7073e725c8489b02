package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import java.time.Duration;

/** Waits that end at once when cancelled or interrupted. */
public record Waits(Sleeper sleeper) {

    /**
     * Waits for a time.
     *
     * @throws ClientException.Cancelled when cancelled before or during the wait
     */
    public void sleep(Duration time, Cancellation cancellation, String during) {
        try {
            check(cancellation, during);
            sleeper.sleep(time, cancellation);
            check(cancellation, during);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(during);
        }
    }

    public static void check(Cancellation cancellation, String during) {
        if (cancellation.cancelled() || Thread.currentThread().isInterrupted()) {
            throw cancelled(during);
        }
    }

    public static ClientException.Cancelled cancelled(String during) {
        return new ClientException.Cancelled(CoreMessages.text("wait.stopped", during), "");
    }
}
