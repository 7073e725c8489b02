package io.retake.engine.process;

import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all programs of this process share. What a program may take is reserved before it starts, so
 * that several at once can't take more than the machine has. Small ones may overtake a large one that waits.
 */
public final class MemoryShares {
    /** An 8K film in AV1 takes 0.6 GB to be looked into, a 50-megapixel PNG of 16 bits 0.4 GB. */
    public static final long MOST_OPENING = 1L << 30;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 50;

    private final Semaphore opening;
    private final Semaphore work;

    MemoryShares(long machine) {
        opening = new Semaphore(permits(Math.max(MOST_OPENING, machine / 8)));
        work = new Semaphore(permits(forWork(machine)));
    }

    private static final class LazyMachineShares {
        private static final MemoryShares MACHINE = new MemoryShares(MachineMemory.bytes());
    }

    static MemoryShares machine() {
        return LazyMachineShares.MACHINE;
    }

    /** The most that one program can have for work, in bytes. */
    static long most() {
        return forWork(MachineMemory.bytes());
    }

    private static long forWork(long machine) {
        return Math.max(1L << 30, machine / 4 * 3);
    }

    /** Converts bytes to permits, one a megabyte. */
    private static int permits(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes >> 20));
    }

    /** Reserved memory of a program; closed when it has ended. */
    interface MemoryLease extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until so much is free.
     *
     * @throws Cancelled when cancelled or interrupted meanwhile
     * @throws MediaException when a file waited for five minutes to be opened
     */
    MemoryLease take(Memory memory, CancelSignal cancel, String program) {
        return switch (memory.share()) {
            case ANOTHERS -> () -> {};
            case OPENING -> take(opening, permits(memory.bytes()), cancel, program, PATIENCE);
            case WORK -> take(work, permits(memory.bytes()), cancel, program, Duration.ofDays(365));
        };
    }

    private static MemoryLease take(
            Semaphore share, int permits, CancelSignal cancel, String program, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!share.tryAcquire(permits, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancel.check(program);
                if (System.nanoTime() > end) {
                    throw new MediaException(EngineMessages.text("process.files-waiting", patience.toMinutes()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled(program);
        }
        return () -> share.release(permits);
    }
}
