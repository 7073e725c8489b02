package io.retake.repl.cli;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Handles Ctrl-C (INT), a closed terminal (HUP) and TERM. While nothing is running they end the process; after that the
 * first signal requests a stop and waits for the end, and the second ends the process at once.
 *
 * <p>The first signal arrives as the JVM's shutdown, which costs nothing until it happens (signal handlers need
 * reflection, a tenth of the whole start), gives the exit code a shell expects (130 for Ctrl-C, 143 for TERM, 129 for
 * HUP), and stays ignored where the process was started with {@code nohup}. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    /** Longer than any cleanup here: an engine that closes waits for its FFmpeg processes. */
    private static final int PATIENCE_SECONDS = 20;

    /** Time for other shutdown hooks, such as a script's, after everything of ours is closed. */
    private static final int FAREWELL_MILLIS = 700;

    private static final int HALTED = 130;

    private final Thread hook = new Thread(this::shutdown, "interruption");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final OptionalInt exitCode;
    private boolean arrived;
    private boolean busy;
    private @Nullable Runnable stop;

    private Interruption(OptionalInt exitCode) {
        this.exitCode = exitCode;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Handles signals until closed. The process ends with the signal's own exit code. */
    static Interruption heard() {
        return new Interruption(OptionalInt.empty());
    }

    /**
     * Handles signals until closed, for a command that normally ends by a signal: the process ends with the given code.
     */
    static Interruption expected(ExitCode exitCode) {
        return new Interruption(OptionalInt.of(exitCode.number()));
    }

    /** Marks the start of the work; {@link #stops} sets how to stop it. */
    synchronized void begins() {
        busy = true;
    }

    /** Sets the action that stops the work. It runs on a signal's thread, or immediately if the signal came first. */
    void stops(Runnable action) {
        synchronized (this) {
            busy = true;
            stop = action;
            if (!arrived) {
                return;
            }
        }
        action.run();
    }

    private void shutdown() {
        Runnable action;
        synchronized (this) {
            arrived = true;
            if (!busy) {
                return;
            }
            action = stop;
        }
        if (action != null) {
            action.run();
        }
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            Signals.register(signal, () -> Runtime.getRuntime().halt(HALTED));
        }
        awaitEnd();
        endSoon();
        exitCode.ifPresent(code -> Runtime.getRuntime().halt(code));
    }

    private void awaitEnd() {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(HALTED);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Halts the JVM after a delay, since it waits for every hook, even one that never returns. */
    private static void endSoon() {
        Thread watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(FAREWELL_MILLIS);
                    } catch (InterruptedException early) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(HALTED);
                },
                "farewell");
        watch.setDaemon(true);
        watch.start();
    }

    /** Reports that the work has ended and its resources are closed. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdownIsUnderWay) {
            // The hook is already running and was notified above.
        }
    }
}
