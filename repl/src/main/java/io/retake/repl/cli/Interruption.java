package io.retake.repl.cli;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C, a terminal that closes, and a polite kill do: while there is nothing to undo they end the process; once
 * something is under way the first asks it to stop and waits for its end, and the second ends the process at once.
 *
 * <p>The first signal is heard as the JVM's shutdown, which costs nothing until it happens (handlers of our own would
 * have to be made by reflection, a tenth of the whole start), gives the exit code a shell expects (130 for Ctrl-C, 143
 * for TERM, 129 for HUP), and stays ignored where the process was started with {@code nohup}. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    /** Longer than any farewell here: an engine that closes waits for its renders' processes. */
    private static final int PATIENCE_SECONDS = 20;

    /** For the hooks of others, such as a script's, once all of ours is closed. */
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

    /** Until it is closed. The process ends with the signal's own exit code. */
    static Interruption heard() {
        return new Interruption(OptionalInt.empty());
    }

    /** Until it is closed. To be ended by a signal is this command's usual end: the process ends with that code. */
    static Interruption expected(ExitCode exitCode) {
        return new Interruption(OptionalInt.of(exitCode.number()));
    }

    /** From now on something is under way; how to stop it is said next. */
    synchronized void begins() {
        busy = true;
    }

    /** How to stop what is under way: it runs on a signal's thread, or here and now if the signal was first. */
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

    /** The JVM waits for every hook, also for one that never returns. */
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

    /** What was under way has ended, and all that it used is closed. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdownIsUnderWay) {
            // The hook runs already, and has been told.
        }
    }
}
