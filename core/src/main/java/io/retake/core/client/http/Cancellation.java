package io.retake.core.client.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to stop, made by any thread and observed by the call that received it: connections close and waits end at
 * once. It cannot be undone. Thread-safe.
 */
public final class Cancellation {
    private final CountDownLatch wish = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();

    /** Returns a new cancellation, for a call that is never canceled. */
    public static Cancellation none() {
        return new Cancellation();
    }

    /** Requests the stop. Runs the registered actions in this thread; further calls have no effect. */
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled()) {
                return;
            }
            wish.countDown();
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean cancelled() {
        return wish.getCount() == 0;
    }

    /**
     * Runs an action on {@link #cancel()}, or now if already cancelled; closing the registration removes the action.
     */
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled()) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Waits for a time or until cancelled.
     *
     * @return whether it was cancelled
     */
    public boolean await(Duration time) throws InterruptedException {
        return wish.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("ReferenceEquality") // equal actions may be registered separately
    private void forget(Runnable action) {
        synchronized (actions) {
            actions.removeIf(known -> known == action);
        }
    }

    /** Removes the action when closed. */
    @FunctionalInterface
    public interface Registration {
        void close();
    }
}
