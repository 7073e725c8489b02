package io.retake.core.client.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to stop, given by any thread and noticed by the call that was handed it: connections are closed and waits end
 * at once. It can't be taken back. Thread-safe.
 */
public final class Cancellation {
    private final CountDownLatch wish = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();

    /** A cancellation of its own, for a call that nobody will cancel. */
    public static Cancellation none() {
        return new Cancellation();
    }

    /** Asks to stop. The registered actions run in this thread; calling again does nothing. */
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

    /** Runs an action on {@link #cancel()}, or now if that was; closing the registration forgets the action. */
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

    /** Waits that long or until cancelled. @return whether it was cancelled */
    public boolean await(Duration time) throws InterruptedException {
        return wish.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("ReferenceEquality") // two registrations of equal actions are two
    private void forget(Runnable action) {
        synchronized (actions) {
            actions.removeIf(known -> known == action);
        }
    }

    /** Closing it forgets the action. */
    @FunctionalInterface
    public interface Registration {
        void close();
    }
}
