package io.retake.core.client.transfer;

import io.retake.core.AtomicFiles;
import io.retake.core.CoreMessages;
import io.retake.core.Room;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An unfinished file: written under a temporary name in the folder of its final one, and deleted when closed before
 * completion. Locked while it is written, so that {@link AbandonedParts} can distinguish it from one of a killed
 * process.
 */
final class PartFile implements AutoCloseable {
    private final DownloadTarget to;
    private final Path temporary;
    private final FileChannel channel;
    private Path target;
    private long size;

    private PartFile(DownloadTarget to, Path target, Path temporary, FileChannel channel) {
        this.to = to;
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    static PartFile of(DownloadTarget to) {
        Path target = to.path().toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (target.getFileName() == null || folder == null || Files.isDirectory(target)) {
            throw new ClientException.CannotWrite(
                    CoreMessages.text("download.is-folder", to.path()),
                    CoreMessages.text("download.is-folder-advice"),
                    target,
                    null);
        }
        try {
            Files.createDirectories(folder);
            return create(to, target, 3);
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    private static PartFile create(DownloadTarget to, Path target, int tries) throws IOException {
        Path temporary = PartName.beside(target);
        try {
            return new PartFile(to, target, temporary, PartLocks.create(temporary));
        } catch (FileAlreadyExistsException cleared) {
            if (tries <= 1) {
                throw cleared;
            }
            return create(to, target, tries - 1);
        }
    }

    /** Returns the number of bytes so far. */
    long size() {
        return size;
    }

    void write(byte[] bytes, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                size += channel.write(buffer);
            }
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    /** Truncates the file to start again. */
    void restart() {
        try {
            channel.truncate(0);
            channel.position(0);
            size = 0;
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    /**
     * Checks the free space.
     *
     * @throws ClientException.CannotWrite when the disk has no room for that many more bytes
     */
    void reserve(long more) {
        // If the file system doesn't report it, writing fails instead.
        Room.at(temporary).ifPresent(free -> {
            if (more > free) {
                throw full(target, CoreMessages.text("disk.needs", Room.needed(more), Room.available(free)), null);
            }
        });
    }

    /**
     * Renames the file to its final name, or to another one if a file that must stay has that name; returns the name
     * used.
     */
    Path complete() {
        try {
            channel.force(true);
            // Move it while it is open: after closing it isn't locked, and would look abandoned.
            while (!move()) {
                target = to.another(target).toAbsolutePath().normalize();
            }
            return target;
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(temporary);
            channel.close();
        } catch (IOException cause) {
            throw failure(temporary, cause);
        } finally {
            PartLocks.forget(temporary);
        }
    }

    private boolean move() throws IOException {
        if (!to.mayReplace(target)) {
            return AtomicFiles.moveUnlessThere(temporary, target);
        }
        AtomicFiles.move(temporary, target);
        return true;
    }

    static ClientException failure(Path target, IOException cause) {
        if (Room.wasMissing(cause)) {
            String left = Room.at(Objects.requireNonNull(target.toAbsolutePath().getParent())).stream()
                    .mapToObj(free -> CoreMessages.text("disk.free", Room.available(free)))
                    .findFirst()
                    .orElse("");
            return full(target, Transport.describe(cause) + left, cause);
        }
        return new ClientException.CannotWrite(
                CoreMessages.text("download.not-written", target, cause),
                CoreMessages.text("download.not-written-advice"),
                target,
                cause);
    }

    private static ClientException full(
            Path target, String reason, @org.jspecify.annotations.Nullable IOException cause) {
        return new ClientException.CannotWrite(
                CoreMessages.text("disk.full", target, reason), CoreMessages.text("disk.full-advice"), target, cause);
    }
}
