package io.retake.dsl.run;

import io.retake.core.client.http.Cancellation;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tracks the open sessions of a run. A session belongs to the thread that opened it. Thread-safe. */
final class OpenSessions {
    private static final Duration TO_END = Duration.ofSeconds(1);
    private static final String ADVICE = ScriptMessages.text("session.own-thread-advice");
    private final Map<Thread, String> open = new ConcurrentHashMap<>();
    private final Set<Thread> failing = ConcurrentHashMap.newKeySet();
    private boolean over;

    /** Adds a session of this thread. */
    synchronized void enter(String title) {
        if (over) {
            throw new DslException(
                    ScriptMessages.text("session.run-ended", title, thread()),
                    ScriptMessages.text("session.run-ended-advice"));
        }
        open.put(Thread.currentThread(), title);
    }

    synchronized void leave() {
        open.remove(Thread.currentThread());
        notifyAll();
    }

    /** Notes a thread that a failed session may end. */
    void failing(Thread thread) {
        failing.add(thread);
    }

    /** Waits for the sessions of other threads after the script has ended; no session can be opened after that. */
    void end(Cancellation cancellation) {
        awaitEnd(cancellation);
        for (Thread thread : failing) {
            join(thread);
        }
    }

    /** Waits for cancelled sessions, which end soon unless their block ignores it. */
    private synchronized void awaitEnd(Cancellation cancellation) {
        boolean interrupted = false;
        long end = 0;
        while (!open.isEmpty() && (end == 0 || System.nanoTime() - end < 0)) {
            if (end == 0 && cancellation.cancelled()) {
                end = System.nanoTime() + TO_END.toNanos();
            }
            try {
                wait(50); // a cancellation doesn't notify this monitor
            } catch (InterruptedException cancelled) {
                interrupted = true;
            }
        }
        over = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TO_END.toMillis());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** Describes a call from a thread without a session; empty when no other thread has one either. */
    Optional<DslException> stranger(String verb) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String titles =
                open.values().stream().map(title -> "'" + title + "'").sorted().collect(Collectors.joining(", "));
        return Optional.of(
                new DslException(ScriptMessages.text("session.none-in-thread", verb, thread(), titles), ADVICE));
    }

    /** Describes a call from a thread to the session of another one. */
    static DslException wrongThread(String said, String title, Thread owner) {
        return new DslException(
                ScriptMessages.text("session.other-thread", said, thread(), title, owner.getName()), ADVICE);
    }

    private static String thread() {
        return ScriptMessages.text("session.thread", Thread.currentThread().getName());
    }
}
