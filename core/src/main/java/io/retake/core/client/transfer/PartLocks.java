package io.retake.core.client.transfer;

import io.retake.core.CoreMessages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks unfinished downloads; the system releases a lock when its process ends, however it ends. A file that is open in
 * this process is never opened a second time: closing it would drop the lock on many systems ({@link FileLock}).
 */
final class PartLocks {
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private PartLocks() {}

    /** Creates a file and locks it. */
    static FileChannel create(Path file) throws IOException {
        OPEN_HERE.add(file);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (!lock(channel) || !Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString(), null, CoreMessages.text("download.abandoned"));
            }
            return channel;
        } catch (IOException failed) {
            if (channel != null) {
                channel.close();
            }
            OPEN_HERE.remove(file);
            throw failed;
        }
    }

    /** Returns whether the file is locked now, or its file system has no locks. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException unknown) {
            return true;
        }
    }

    static void forget(Path file) {
        OPEN_HERE.remove(file);
    }

    /** Removes a file that no process writes; returns whether it did. */
    static boolean removeAbandoned(Path file) {
        if (OPEN_HERE.contains(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return isAbandoned(channel, file) && Files.deleteIfExists(file);
        } catch (NoSuchFileException complete) {
            return false;
        } catch (IOException unreachable) {
            return false; // another user's, or on a read-only disk: keep it
        }
    }

    private static boolean isAbandoned(FileChannel channel, Path file) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException written) {
            return false;
        } catch (IOException noLocks) {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return changed.isBefore(Instant.now().minus(ABANDONED));
        }
    }
}
