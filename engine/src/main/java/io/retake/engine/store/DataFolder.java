package io.retake.engine.store;

import io.retake.core.ProcessLock;
import io.retake.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** The folder, made when it isn't there; only its owner can look into it. */
    public static DataFolder open(Path root) {
        DataFolder data = new DataFolder(root.toAbsolutePath().normalize());
        try {
            if (!Files.isDirectory(data.root)) {
                Files.createDirectories(AtomicFiles.parent(data.root));
                createPrivate(data.root);
            }
            for (Path folder : new Path[] {
                data.media(), data.renders(), data.measurements(), data.hashes(), data.engines(), data.trash()
            }) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new EngineException(
                    "The data folder " + data.root + " can't be written (" + e + "). Choose another with --data.", e);
        }
        return data;
    }

    private static void createPrivate(Path folder) throws IOException {
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (java.nio.file.FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    public Path media() {
        return root.resolve("media");
    }

    /** Finished renders, by what they were made of. */
    public Path renders() {
        return root.resolve("cache").resolve("renders");
    }

    /** What was measured about media, by content hash; may vanish at any time. */
    public Path measurements() {
        return root.resolve("cache").resolve("measure");
    }

    Path hashes() {
        return root.resolve("cache").resolve("hashes");
    }

    /** Footage to try things on, made once; small, and never removed. */
    Path samples() {
        return root.resolve("samples");
    }

    Path engines() {
        return root.resolve("engines");
    }

    Path trash() {
        return root.resolve("trash");
    }

    /** Something done while no other engine does such a thing: short steps only, no copying. */
    <T> T exclusively(Step<T> step) throws IOException {
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
        throw new EngineException(
                "The data folder " + root
                        + " has been locked by another engine for 30 s. End that engine, or choose another folder with --data.");
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
