package io.retake.engine.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Signals that work is cancelled. Thread-safe; once cancelled it stays so, and each listener runs exactly once, on
 * the cancelling thread or, when it comes late, on the registering one.
 */
public final class CancelSignal {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Cancels. Repeating it does nothing. */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (listeners) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(listeners);
            listeners.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (listeners) {
            return cancelled;
        }
    }

    /** Throws {@link Cancelled} when cancelled; {@code what} begins its sentence ("The export"). */
    public void check(String what) {
        if (isCancelled()) {
            throw new Cancelled(what);
        }
    }

    /** Cancels the other one with this one; the other must not outlive this one. */
    public void cancelWith(CancelSignal other) {
        onCancel(other::cancel);
    }

    /** Runs the listener when cancelled; closing what comes back forgets it. */
    Registration onCancel(Runnable listener) {
        synchronized (listeners) {
            if (!cancelled) {
                listeners.add(listener);
                return () -> {
                    synchronized (listeners) {
                        listeners.remove(listener);
                    }
                };
            }
        }
        listener.run();
        return () -> {};
    }

    /** A registered listener; closing it removes the listener. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
