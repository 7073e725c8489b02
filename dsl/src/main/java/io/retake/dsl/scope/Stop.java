package io.retake.dsl.scope;

import groovy.lang.Closure;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the code of a script is stopped, whatever it does: its classes ask here at the start of each method and block and
 * before each turn of a loop, since {@code StopChecks} wrote that into them. An interrupt alone would not do: whoever
 * catches it has taken it away. Thread-safe.
 */
public final class Stop {
    /** Beside each run's own, so that the usual answer costs nothing. */
    private static volatile boolean any;

    private static final String OURS = "io.retake.";
    private static final long LOOK_MILLIS = 50;
    private final Set<String> loaders = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;
    private volatile boolean others;
    private volatile boolean left;

    /** A loader of this name defines classes that this stops. */
    void stops(String loader) {
        loaders.add(loader);
    }

    /** A thread for the script, not started yet. */
    public Thread thread(Runnable work, String name) {
        Thread thread = new ScriptThread(this, work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** From now on the script's code ends wherever it asks. Threads that wait are not woken: see {@link #wake}. */
    public void request() {
        requested = true;
        others = true;
        any = true;
    }

    /** From now on only the script's own thread is stopped: what it declared at a prompt may be used by what is typed next. */
    public void lift() {
        others = false;
    }

    /** Its thread could not be stopped: what it does from now on is no part of anything. */
    public void leave() {
        left = true;
    }

    public boolean left() {
        return left;
    }

    /** Does something in the script's code that belongs to its end, also when it was stopped. */
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

    /** Ends the code that asks, when this was requested: for what scripts call of ours. */
    public void check() {
        if (requested) {
            throw new Stopped();
        }
    }

    /** Interrupts the threads that are in the script's own code, and no others. @return whether there were any */
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

    /** Whether a thread is in the script's code, and not in ours that it has called. */
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

    /** Ends the code that asks, if it is to stop. Scripts are compiled to it. */
    public static void check(Class<?> asking) {
        if (any && isStopped(asking)) {
            quietly(Thread.currentThread());
            throw new Stopped();
        }
    }

    /** Waits that long; ends when this is requested, whichever thread waits. */
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

    /** What Groovy's own {@code sleep} is compiled to, which sleeps on when it is interrupted. */
    public static void sleep(Object self, long milliseconds, Class<?> asking) {
        sleep(self, milliseconds, null, asking);
    }

    /** The same; the block is asked whether an interrupt, which is none of ours, ends it. */
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

    /** A thread that a script has started is not to print that it was stopped. */
    private static void quietly(Thread thread) {
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        if (!(thread instanceof ScriptThread) && !(before instanceof Quiet)) {
            thread.setUncaughtExceptionHandler(new Quiet(before));
        }
    }

    /** Says nothing of threads that were stopped, by an error of ours or by the interrupt that goes with it. */
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

    /** What the code of a stopped script ends with: no exception, which scripts catch. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the script was stopped", null, false, false);
        }
    }
}
