package io.retake.repl.jshell;

/**
 * Stops snippets that don't listen to an interrupt: they ask here at the start of each method and before each turn of a
 * loop, since {@link StopChecks} wrote that into them.
 */
public final class StopRequest {
    /** Beside the groups, so that the usual answer costs nothing. */
    private static volatile boolean any;

    private StopRequest() {}

    /** Ends the thread that asks, if its snippet is to stop. */
    public static void check() {
        if (any && halted(Thread.currentThread().getThreadGroup())) {
            throw new Halted();
        }
    }

    private static boolean halted(ThreadGroup of) {
        ThreadGroup group = of;
        while (group instanceof Group ours && !ours.halted) {
            group = ours.getParent();
        }
        return group instanceof Group;
    }

    /** Threads that are stopped together: those of a snippet, or within it those of all snippets of a shell. */
    static final class Group extends ThreadGroup {
        private volatile boolean halted;

        Group(String name) {
            super(name);
        }

        Group(Group parent, String name) {
            super(parent, name);
        }

        /** Its threads end when they ask next; those that wait are interrupted. */
        void halt() {
            halted = true;
            any = true;
            interrupt();
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof Halted)) {
                super.uncaughtException(thread, thrown);
            }
        }
    }

    /** What a halted snippet ends with. */
    static final class Halted extends Error {
        private static final long serialVersionUID = 1;

        Halted() {
            super("halted", null, false, false);
        }
    }
}
