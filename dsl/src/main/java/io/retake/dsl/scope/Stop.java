package io.retake.dsl.scope;

import groovy.lang.Closure;
import io.retake.dsl.problem.ScriptMessages;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops the code of a script, whatever it does: its classes call this at the start of each method and block and before
 * each iteration of a loop, because {@code StopChecks} inserted those calls. An interrupt alone is not enough: code
 * that catches it clears it. Thread-safe.
 */
public final class Stop {
    /** Whether any run is being stopped, so that the usual check is cheap. */
    private static volatile boolean any;

    private static final String OURS = "io.retake.";
    private static final long LOOK_MILLIS = 50;
    private final Set<String> loaders = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;
    private volatile boolean others;
    private volatile boolean left;

    /** Registers a loader by name, whose classes this stops. */
    void stops(String loader) {
        loaders.add(loader);
    }

    /** Creates a thread for the script, not started yet. */
    public Thread thread(Runnable work, String name) {
        Thread thread = new ScriptThread(this, work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Requests the stop: the script's code ends at its next check. Does not wake waiting threads: see {@link #wake}.
     */
    public void request() {
        requested = true;
        others = true;
        any = true;
    }

    /** Stops only the script's own thread from now on: later entries may use what it declared at a prompt. */
    public void lift() {
        others = false;
    }

    /** Abandons a thread that could not be stopped: its further work is ignored. */
    public void leave() {
        left = true;
    }

    public boolean left() {
        return left;
    }

    /** Runs final work in the script's code, also after a stop. */
    public void atEnd(Runnable work) {
        boolean before = requested;
        requested = false;
        try {
            work.run();
        } finally {
            if (before) {
                requested = true;
            }
        }
    }

    /** Ends the calling code, if the stop was requested: for our methods that scripts call. */
    public void check() {
        if (requested) {
            throw new Stopped();
        }
    }

    /**
     * Interrupts the threads that are in the script's own code, and no others.
     *
     * @return whether there were any
     */
    public boolean wake() {
        boolean found = false;
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            if (inScript(thread.getValue())) {
                quietly(thread.getKey());
                thread.getKey().interrupt();
                found = true;
            }
        }
        return found;
    }

    /** Returns whether a thread is in the script's code, and not in ours that it has called. */
    public boolean holds(Thread thread) {
        return inScript(thread.getStackTrace());
    }

    private boolean inScript(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .filter(frame -> isScript(frame) || frame.getClassName().startsWith(OURS))
                .filter(frame -> !frame.getClassName().equals(Stop.class.getName()))
                .findFirst()
                .filter(this::isScript)
                .isPresent();
    }

    private boolean isScript(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        return loader != null && loaders.contains(loader);
    }

    /** Ends the calling code, if it is to stop. Called by compiled code. */
    public static void check(Class<?> asking) {
        if (any && isStopped(asking)) {
            quietly(Thread.currentThread());
            throw new Stopped();
        }
    }

    /** Waits for a time; ends when the stop is requested, whichever thread waits. */
    public void sleep(long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        boolean interrupted = false;
        for (long left = milliseconds; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            check();
            try {
                Thread.sleep(Math.min(left, LOOK_MILLIS));
            } catch (InterruptedException perhapsOurs) {
                interrupted = true;
            }
        }
        check();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The compiled form of Groovy's own {@code sleep}, which continues after an interrupt. */
    public static void sleep(Object self, long milliseconds, Class<?> asking) {
        sleep(self, milliseconds, null, asking);
    }

    /** Sleeps likewise; the block decides whether an interrupt, other than a stop, ends the sleep. */
    public static void sleep(Object self, long milliseconds, @Nullable Closure<?> onInterrupt, Class<?> asking) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        boolean interrupted = false;
        boolean goesOn = true;
        while (goesOn && end - System.nanoTime() > 0) {
            check(asking);
            try {
                Thread.sleep(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                check(asking);
                interrupted = onInterrupt == null;
                goesOn = onInterrupt == null || !Boolean.TRUE.equals(onInterrupt.call(e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isStopped(Class<?> asking) {
        if (Thread.currentThread() instanceof ScriptThread ours) {
            return ours.stop.requested;
        }
        return asking.getClassLoader() instanceof ScriptLoader loader && loader.stop().others;
    }

    /** Keeps a thread that a script has started from printing that it was stopped. */
    private static void quietly(Thread thread) {
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        if (!(thread instanceof ScriptThread) && !(before instanceof Quiet)) {
            thread.setUncaughtExceptionHandler(new Quiet(before));
        }
    }

    /** Ignores threads that were stopped, by our error or by the interrupt that goes with it. */
    private record Quiet(Thread.UncaughtExceptionHandler others) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof Stopped || thrown instanceof InterruptedException)) {
                others.uncaughtException(thread, thrown);
            }
        }
    }

    /** A script's own thread. */
    private static final class ScriptThread extends Thread {
        private final Stop stop;

        ScriptThread(Stop stop, Runnable work, String name) {
            super(work, name);
            this.stop = stop;
        }
    }

    /** Ends the code of a stopped script: an error, because scripts catch exceptions. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(ScriptMessages.text("script.stopped"), null, false, false);
        }
    }
}
