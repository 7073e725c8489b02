package io.retake.repl.jshell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops snippets that don't listen to an interrupt: they ask here at the start of each method and before each turn of a
 * loop, since {@link StopChecks} wrote that into them.
 */
public final class Halt {
    private static final Set<ThreadGroup> HALTED = ConcurrentHashMap.newKeySet();

    /** Beside the set, so that the usual answer costs nothing. */
    private static volatile boolean any;

    private Halt() {}

    /** Ends the thread that asks, if its snippet is to stop. */
    public static void check() {
        if (any && HALTED.contains(Thread.currentThread().getThreadGroup())) {
            throw new Halted();
        }
    }

    /** The threads of that group end when they ask next; those that wait are interrupted. */
    static void halt(ThreadGroup group) {
        HALTED.add(group);
        any = true;
        group.interrupt();
    }

    /** Nobody is left in it. */
    static void forget(ThreadGroup group) {
        HALTED.remove(group);
        any = !HALTED.isEmpty();
    }

    /** What a halted snippet ends with. */
    static final class Halted extends Error {
        private static final long serialVersionUID = 1;

        Halted() {
            super("halted", null, false, false);
        }
    }
}
