package io.retake.engine.store;

import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.engine.api.EngineException;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder that all engines of a user share.
 *
 * <pre>
 * media/HASH/       media.json, and content.EXT when it is a copy
 * cache/renders/KEY output.EXT
 * cache/measure/    what was measured about media
 * cache/hashes/     the content hash of files that were handed over by reference
 * samples/          footage to try things on
 * engines/ID/       one engine's sessions, renders, lock
 * trash/            on its way out
 * </pre>
 *
 * @param root absolute
 */
public record DataFolder(Path root) {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    /**
     * The folder, made when it isn't there; only its owner can look into it, or where somebody else has things in it too,
     * into what is Retake's.
     */
    public static DataFolder open(Path root) {
        DataFolder data = new DataFolder(root.toAbsolutePath().normalize());
        try {
            for (Path folder : new Path[] {
                data.media(), data.renders(), data.measurements(), data.hashes(), data.engines(), data.trash()
            }) {
                data.make(folder);
            }
        } catch (IOException e) {
            throw new EngineException(EngineMessages.text("data.unusable", data.root, e.getMessage()), e);
        }
        return data;
    }

    /** Creates a folder in it, or restricts the permissions of an existing one. */
    public Path make(Path folder) throws IOException {
        return PrivateFiles.folder(root, folder);
    }

    public Path media() {
        return root.resolve("media");
    }

    /** Finished renders, by their cache key. */
    public Path renders() {
        return root.resolve("cache").resolve("renders");
    }

    /** Measurements of media, by content hash; may vanish at any time. */
    public Path measurements() {
        return root.resolve("cache").resolve("measure");
    }

    Path hashes() {
        return root.resolve("cache").resolve("hashes");
    }

    /** Sample footage, generated once; small, and never removed. */
    public Path samples() {
        return root.resolve("samples");
    }

    Path engines() {
        return root.resolve("engines");
    }

    Path trash() {
        return root.resolve("trash");
    }

    /** Runs an action under the lock that all engines share: short ones only, no copying. */
    <T> T exclusively(LockedAction<T> step) throws IOException {
        ProcessLock lock = acquire();
        try {
            return step.run();
        } finally {
            lock.close();
        }
    }

    private ProcessLock acquire() throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            Optional<ProcessLock> lock = ProcessLock.tryAcquire(root.resolve("lock"));
            if (lock.isPresent()) {
                return lock.get();
            }
            LockSupport.parkNanos(500_000);
        }
        throw new EngineException(EngineMessages.text("data.locked", root));
    }

    /** Work done under the lock. */
    @FunctionalInterface
    interface LockedAction<T> {
        T run() throws IOException;
    }
}
