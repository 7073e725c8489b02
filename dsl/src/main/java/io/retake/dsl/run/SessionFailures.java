package io.retake.dsl.run;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that fail in threads which the script started. Its own thread ends the run with what it throws; in another one
 * an exception may be looked at by nobody. So it is said, and one that ends its thread fails the run.
 */
final class SessionFailures {
    private SessionFailures() {}

    /** Notes that this thread's session fails with this. */
    static void note(RunContext run, String title, Throwable failure) {
        Thread thread = Thread.currentThread();
        if (run.isMain(thread)) {
            return;
        }
        if (!run.cancellation.cancelled()) {
            run.events.warn(
                    "session '" + title + "' failed in thread '" + thread.getName() + "': " + run.placed(failure));
        }
        if (!isTask()) {
            thread.setUncaughtExceptionHandler(new Listening(run.late, failure, thread.getUncaughtExceptionHandler()));
            run.sessions.failing(thread);
        }
    }

    /** Whether this thread works on what somebody can ask for: then that one is thrown what was thrown here. */
    private static boolean isTask() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .anyMatch(name -> name.startsWith("java.util.concurrent.FutureTask")
                                || name.startsWith("java.util.concurrent.CompletableFuture")
                                || name.startsWith("java.util.concurrent.ForkJoin")));
    }

    /** Hears what ends a thread; holds nothing of a run that is over. */
    private static final class Listening implements UncaughtExceptionHandler {
        private final WeakReference<LateFailures> late;
        private final WeakReference<Throwable> failure;
        private final UncaughtExceptionHandler before;

        Listening(LateFailures late, Throwable failure, UncaughtExceptionHandler before) {
            this.late = new WeakReference<>(late);
            this.failure = new WeakReference<>(failure);
            this.before = before instanceof Listening earlier ? earlier.before : before;
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            LateFailures run = late.get();
            if (run != null && isCausedBy(thrown, failure.get())) {
                run.add(thrown, true);
            } else {
                before.uncaughtException(thread, thrown);
            }
        }

        @SuppressWarnings("ReferenceEquality") // another failure of the same words is another one
        private static boolean isCausedBy(@Nullable Throwable thrown, @Nullable Throwable failure) {
            return thrown != null && (thrown == failure || isCausedBy(thrown.getCause(), failure));
        }
    }
}
