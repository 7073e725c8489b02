package io.retake.engine.http.server;

import io.retake.engine.api.EngineException;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates threads that don't keep a process alive, and waits for their end. */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Starts a task on a thread of its own. */
    public static <T> FutureTask<T> begin(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        named(name).newThread(task).start();
        return task;
    }

    /** Waits for the task and returns its result. */
    public static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(EngineMessages.text("engine.start-interrupted"), e);
        } catch (ExecutionException e) {
            throw new EngineException(EngineMessages.text("engine.not-started", e.getCause()), e);
        }
    }

    /** Waits until a pool that was shut down has ended, even when interrupted. */
    public static void awaitEnd(ExecutorService pool, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended && System.nanoTime() < end) {
            try {
                ended = pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            throw new EngineException(EngineMessages.text("engine.work-goes-on", patience.toSeconds()));
        }
    }
}
