package io.retake.dsl.output;

import io.retake.core.PrivateFiles;
import io.retake.core.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims names of files for live runs, against all runs on this machine that share a state folder. A claim is a lock on one
 * byte of a file, at a position made of the name's hash. The system drops it when the process ends, however it ends, so no
 * claim is ever stale. Thread-safe.
 */
final class NameClaims {
    private static final Object THIS_PROCESS = new Object();

    /** Claims of this process, whichever state folder they are kept in. */
    private static final Set<Path> HERE = new HashSet<>();

    /** One channel for each file: where locks belong to the process, closing a second channel would drop them all. */
    private static final Map<Path, Door> DOORS = new HashMap<>();

    private final Path stateFolder;
    private final Path folder;
    private final Path file;

    NameClaims(Path stateFolder) {
        this.stateFolder = stateFolder.toAbsolutePath().normalize();
        this.folder = this.stateFolder.resolve(FilmMemory.FOLDER);
        this.file = this.folder.resolve("claims");
    }

    /** Claims a name until the claim is closed; empty when another live run has it. */
    Optional<Claim> take(Path name) {
        synchronized (THIS_PROCESS) {
            if (!HERE.add(name)) {
                return Optional.empty();
            }
            Door door = door();
            try {
                FileLock lock = door == null ? null : door.channel.tryLock(place(name), 1, false);
                if (door == null || lock != null) {
                    return Optional.of(new Claim(name, door, lock));
                }
            } catch (OverlappingFileLockException taken) {
                // By a copy of this class in another class loader.
            } catch (IOException noLocks) {
                return Optional.of(new Claim(name, door, null)); // then it is claimed in this process only
            }
            HERE.remove(name);
            leave(door);
            return Optional.empty();
        }
    }

    /** Returns whether a live run has claimed the name. */
    boolean isTaken(Path name) {
        if (!Files.exists(file)) { // asking creates no folders
            synchronized (THIS_PROCESS) {
                return HERE.contains(name);
            }
        }
        Optional<Claim> claim = take(name);
        claim.ifPresent(Claim::close);
        return claim.isEmpty();
    }

    private @Nullable Door door() {
        try {
            Door door = DOORS.get(file);
            if (door == null) {
                PrivateFiles.folder(stateFolder, folder);
                door = new Door(file, PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                DOORS.put(file, door);
            }
            door.claims++;
            return door;
        } catch (IOException unwritable) {
            return null; // a state folder that can't be written: claimed in this process only
        }
    }

    private static void leave(@Nullable Door door) {
        if (door != null && --door.claims == 0) {
            DOORS.remove(door.file);
            try {
                door.channel.close();
            } catch (IOException gone) {
                return; // the system closes it with the process
            }
        }
    }

    private static long place(Path name) {
        return ByteBuffer.wrap(Sha256.of(name.toString())).getLong() & (Long.MAX_VALUE >> 1);
    }

    /** The open file of a state folder, and how many claims are on it. */
    private static final class Door {
        private final Path file;
        private final FileChannel channel;
        private int claims;

        Door(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }
    }

    /** A claimed name. */
    static final class Claim implements AutoCloseable {
        private final Path name;
        private final @Nullable Door door;
        private final @Nullable FileLock lock;
        private boolean closed;

        private Claim(Path name, @Nullable Door door, @Nullable FileLock lock) {
            this.name = name;
            this.door = door;
            this.lock = lock;
        }

        /** Releases the name. */
        @Override
        public void close() {
            synchronized (THIS_PROCESS) {
                if (closed) {
                    return;
                }
                closed = true;
                HERE.remove(name);
                try {
                    if (lock != null) {
                        lock.release();
                    }
                } catch (IOException gone) {
                    leave(door);
                    return;
                }
                leave(door);
            }
        }
    }
}
