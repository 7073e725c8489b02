package io.retake.dsl.compile;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the compiler on a thread with a large stack: it recurses into nested code, which may be deeper than users type.
 */
final class LargeStack {
    private static final long BYTES = 64L << 20;

    private LargeStack() {}

    /**
     * Runs the work and waits for it; rethrows its exception. An interrupt of the waiting thread is restored
     * afterwards.
     */
    static void run(Runnable work) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Runnable caught = () -> {
            try {
                work.run();
            } catch (Throwable wrong) { // rethrown by the waiting thread
                thrown.set(wrong);
            }
        };
        Thread thread = new Thread(null, caught, "retake-compiler", BYTES);
        thread.setDaemon(true);
        thread.start();
        awaitEnd(thread);
        Throwable wrong = thrown.get();
        if (wrong instanceof Error error) {
            throw error;
        }
        if (wrong instanceof RuntimeException exception) {
            throw exception;
        }
        if (wrong != null) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
