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
 * Writes files that are there completely or not at all, whenever the process or the machine stops: under another name
 * first, in the same folder, then renamed. Others see the old content, or none, or the new one. Nothing half-written stays
 * where the writer lives on; what it leaves when it is killed has a name that begins with {@link #TEMPORARY}.
 */
public final class AtomicFiles {
    /** How the name of an unfinished file begins. */
    public static final String TEMPORARY = ".new-";

    private AtomicFiles() {}

    /** Writes content that must last, for its owner alone: sessions, tokens, settings. */
    public static void write(Path target, byte[] content) throws IOException {
        replace(target, content, true);
    }

    /** Writes content that can be made again, for its owner alone; a power failure may take it. */
    public static void writeCache(Path target, byte[] content) throws IOException {
        replace(target, content, false);
    }

    /** Writes a file that whoever may read the folder may read: the umask decides. */
    public static void writeShared(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a file unless there is one: of several processes the first wins and the others keep its content. */
    public static void writeNew(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        try {
            fill(temporary, content, true);
            moveUnlessThere(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames within a file system, and has that last; replaces what was at the target. */
    public static void move(Path from, Path to) throws IOException {
        rename(from, to);
        sync(parent(to));
    }

    /**
     * Renames within a file system unless there is a file of that name; returns whether it did. A link fails where a file
     * is, in one step; a move looks first and replaces what came between.
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

    /** Makes what was written to a file last, before its name says that it is complete. */
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

    /** A rename lasts once its folder is on disk. Windows can't open a folder, and needs no such step. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
