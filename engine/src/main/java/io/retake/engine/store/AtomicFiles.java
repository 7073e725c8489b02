package io.retake.engine.store;

import io.retake.core.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Files that are there completely or not at all, whenever the process or the machine stops. */
public final class AtomicFiles {
    /** How a half-written file's name begins; what is found with such a name is a leftover. */
    static final String TEMPORARY = ".new-";

    private AtomicFiles() {}

    /** Replaces a file's content; only the owner can read it, since sessions and tokens are nobody else's business. */
    public static void write(Path target, byte[] content) throws IOException {
        Path folder = parent(target);
        Path temporary = folder.resolve(TEMPORARY + UUID.randomUUID());
        try {
            PrivateFiles.create(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames within a file system; what was at the target is replaced. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // A folder shared over a network may refuse; a reader then sees the old or no file, never half of one.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        sync(parent(to));
    }

    /** Makes what was written to a file last, before its name says that it is complete. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The bytes in a file or a folder; what vanishes meanwhile counts as nothing. */
    public static long size(Path root) {
        long[] total = new long[1];
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    total[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return total[0];
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is in no folder");
        }
        return parent;
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
