package io.retake.dsl.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Stops a run: requests its end, interrupts waits in the script's own code repeatedly if it ignores the interrupts, and
 * abandons code that cannot be stopped: native calls, and uninterruptible code of the JDK. Waits for our own code,
 * which cleans up. Thread-safe.
 */
final class Stopping {
    private static final long LOOK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int LOOKS = 3;

    private final Thread thread;
    private final RunContext context;
    private final BooleanSupplier over;
    private final Runnable leave;
    private final AtomicBoolean asked = new AtomicBoolean();

    /**
     * Creates the control for a run in this thread.
     *
     * @param over whether it has ended
     * @param leave ends it without its thread
     */
    Stopping(Thread thread, RunContext context, BooleanSupplier over, Runnable leave) {
        this.thread = thread;
        this.context = context;
        this.over = over;
        this.leave = leave;
    }

    /** Requests the stop, and returns at once; repeating it, or calling it after the end, has no effect. */
    void stop() {
        if (over.getAsBoolean() || !asked.compareAndSet(false, true)) {
            return;
        }
        context.cancellation.cancel();
        context.stop.request();
        thread.interrupt();
        Thread follower = new Thread(this::follow, "retake-stop");
        follower.setDaemon(true);
        follower.start();
    }

    private void follow() {
        long begun = System.nanoTime();
        try {
            followRun(begun);
            while (since(begun).compareTo(FAREWELL) < 0 && context.stop.wake()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        } finally {
            context.stop.lift();
        }
    }

    private void followRun(long begun) throws InterruptedException {
        int held = 0;
        while (!over.getAsBoolean()) {
            Thread.sleep(LOOK_MILLIS);
            context.stop.wake();
            held = context.stop.holds(thread) ? held + 1 : 0;
            if (held >= LOOKS && since(begun).compareTo(PATIENCE) > 0) {
                context.stop.leave();
                leave.run();
            }
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
