package io.retake.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock that lasts as long as its process: the system releases it however the process ends.
 *
 * <p>The set of locks held here is the one piece of state shared by all engines in a virtual machine, because the
 * system's locks belong to the whole process: closing any other channel to a locked file would drop the lock ("on some
 * systems, closing a channel releases all locks held by the Java virtual machine on the underlying file", FileLock). A
 * file that is locked here is therefore never opened a second time.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Tries to take the lock; empty when another holder has it, in this process or in another. */
    public static Optional<ProcessLock> tryAcquire(Path lockFile) throws IOException {
        Path file = lockFile.toAbsolutePath().normalize();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        boolean kept = false;
        try {
            Optional<ProcessLock> lock = lock(file);
            kept = lock.isPresent();
            return lock;
        } finally {
            if (!kept) {
                HELD_HERE.remove(file);
            }
        }
    }

    /**
     * Waits for the lock; empty on a timeout.
     *
     * @throws InterruptedIOException when the thread is interrupted; its interrupt flag stays set
     */
    public static Optional<ProcessLock> await(Path lockFile, Duration most) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        Optional<ProcessLock> lock = tryAcquire(lockFile);
        while (lock.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(CoreMessages.text("lock.interrupted", lockFile));
            }
            lock = tryAcquire(lockFile);
        }
        return lock;
    }

    private static Optional<ProcessLock> lock(Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new ProcessLock(file, channel));
            }
        } catch (OverlappingFileLockException e) {
            // A copy of this class in another class loader holds it: treat it as taken.
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Returns whether any process holds the lock now. */
    public static boolean isHeld(Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return false;
        }
        Optional<ProcessLock> lock = tryAcquire(lockFile);
        lock.ifPresent(ProcessLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(CoreMessages.text("lock.not-released", file), e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
