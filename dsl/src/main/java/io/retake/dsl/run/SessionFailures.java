package io.retake.dsl.run;

import io.retake.dsl.problem.ScriptMessages;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Reports sessions that fail in threads started by the script, where the exception may go unnoticed. One that ends its
 * thread fails the run.
 */
final class SessionFailures {
    private SessionFailures() {}

    /** Reports the failure of this thread's session. */
    static void note(RunContext run, String title, Throwable failure) {
        Thread thread = Thread.currentThread();
        if (run.isMain(thread)) {
            return;
        }
        if (!run.cancellation.cancelled()) {
            run.events.warn(ScriptMessages.text("session.failed", title, thread.getName(), run.placed(failure)));
        }
        if (!isTask()) {
            thread.setUncaughtExceptionHandler(new Listening(run.late, failure, thread.getUncaughtExceptionHandler()));
            run.sessions.failing(thread);
        }
    }

    /** Returns whether this thread runs a task, whose future keeps the exception for the script. */
    private static boolean isTask() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .anyMatch(name -> name.startsWith("java.util.concurrent.FutureTask")
                                || name.startsWith("java.util.concurrent.CompletableFuture")
                                || name.startsWith("java.util.concurrent.ForkJoin")));
    }

    /** Fails the run when its session ends a thread; keeps no run alive. */
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

        @SuppressWarnings("ReferenceEquality") // another failure with the same message is a different one
        private static boolean isCausedBy(@Nullable Throwable thrown, @Nullable Throwable failure) {
            return thrown != null && (thrown == failure || isCausedBy(thrown.getCause(), failure));
        }
    }
}
