package io.retake.repl.jshell;

/**
 * Stops snippets that ignore an interrupt. They call {@link #check} at the start of each method and before each
 * iteration of a loop: {@link StopChecks} inserts these calls.
 */
public final class StopRequest {
    /** Kept outside the groups, so that the usual check is cheap. */
    private static volatile boolean any;

    private StopRequest() {}

    /** Ends the calling thread if its snippet must stop. */
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

    /** Threads that stop together: those of one snippet, or, as the parent group, those of all snippets of a shell. */
    static final class Group extends ThreadGroup {
        private volatile boolean halted;

        Group(String name) {
            super(name);
        }

        Group(Group parent, String name) {
            super(parent, name);
        }

        /** Ends the threads at their next check, and interrupts the waiting ones. */
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

    /** Thrown in a halted snippet to end it. */
    static final class Halted extends Error {
        private static final long serialVersionUID = 1;

        Halted() {
            super("halted", null, false, false);
        }
    }
}
