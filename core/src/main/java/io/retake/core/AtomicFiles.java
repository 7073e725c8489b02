package io.retake.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files so that they are complete or absent, whenever the process or the machine stops: under a temporary name
 * in the same folder first, then renamed. Readers see the old content, nothing, or the new content. The writer removes
 * its temporary file unless it is killed; a leftover has a name that begins with {@link #TEMPORARY}.
 */
public final class AtomicFiles {
    /** The prefix of the name of an unfinished file. */
    public static final String TEMPORARY = ".new-";

    private AtomicFiles() {}

    /** Writes durable content, readable by its owner alone: sessions, tokens, settings. */
    public static void write(Path target, byte[] content) throws IOException {
        replace(target, content, true);
    }

    /** Writes content that can be regenerated, readable by its owner alone; a power failure may lose it. */
    public static void writeCache(Path target, byte[] content) throws IOException {
        replace(target, content, false);
    }

    /** Writes a file that everyone who may read the folder may read: the umask decides. */
    public static void writeShared(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a file unless it exists: of several processes the first one wins, and the others keep its content. */
    public static void writeNew(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        try {
            fill(temporary, content, true);
            moveUnlessThere(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames durably within a file system; replaces an existing target. */
    public static void move(Path from, Path to) throws IOException {
        rename(from, to);
        sync(parent(to));
    }

    /**
     * Renames within a file system unless the target exists; returns whether it did. A hard link fails atomically on an
     * existing file; where links are not supported, a move checks first and may replace a file created in between.
     */
    public static boolean moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException | IOException noLinks) {
            return moveWithoutLinks(from, to);
        }
    }

    private static boolean moveWithoutLinks(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** Flushes a file to disk before its final name marks it as complete. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void replace(Path target, byte[] content, boolean lasting) throws IOException {
        Path temporary = temporary(target);
        try {
            fill(temporary, content, lasting);
            rename(temporary, target);
            if (lasting) {
                sync(parent(target));
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, byte[] content, boolean lasting) throws IOException {
        try (FileChannel channel =
                PrivateFiles.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PrivateFiles.restrictByList(temporary);
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (lasting) {
                channel.force(true);
            }
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // A folder shared over a network may refuse; a reader then sees the old or no file, never half of one.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path temporary(Path target) {
        return parent(target).resolve(TEMPORARY + UUID.randomUUID());
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), () -> file + " is in no folder");
    }

    /** Makes a rename durable by syncing its folder. Windows cannot open a folder, and needs no such step. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
