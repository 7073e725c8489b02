package io.retake.core.client;

import io.retake.core.Room;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is not there yet: written under a temporary name in the folder of its final one, and gone when closed
 * before it was completed.
 */
final class PartFile implements AutoCloseable {
    private static final int LONGEST_NAME = 100;
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private long size;

    private PartFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    static PartFile of(Path wanted) {
        Path target = wanted.toAbsolutePath().normalize();
        Path name = target.getFileName();
        Path folder = target.getParent();
        if (name == null || folder == null || Files.isDirectory(target)) {
            throw new ClientException.CannotWrite(
                    "'" + wanted + "' is a folder, not a file", "Give the name of a file in it.", target, null);
        }
        String start = name.toString();
        String shortened = start.length() > LONGEST_NAME ? start.substring(0, LONGEST_NAME) : start;
        Path temporary = folder.resolve(
                "." + shortened + "." + UUID.randomUUID().toString().substring(0, 8) + ".part");
        try {
            Files.createDirectories(folder);
            return new PartFile(
                    target,
                    temporary,
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    /** Bytes so far. */
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

    /** Starts again from nothing. */
    void restart() {
        try {
            channel.truncate(0);
            channel.position(0);
            size = 0;
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    /** @throws ClientException.CannotWrite when the disk has no room for that many bytes more */
    void reserve(long more) {
        // Where the file system doesn't tell, writing will.
        Room.at(temporary).ifPresent(free -> {
            if (more > free) {
                throw full(
                        target, "it needs " + Room.needed(more) + ", and " + Room.available(free) + " are free", null);
            }
        });
    }

    /** Gives it its name; one that was there is replaced. */
    void complete() {
        try {
            channel.force(true);
            channel.close();
            move();
        } catch (IOException cause) {
            throw failure(target, cause);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException cause) {
            throw failure(temporary, cause);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException slower) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static ClientException failure(Path target, IOException cause) {
        if (Room.wasMissing(cause)) {
            String left = Room.at(target.toAbsolutePath().getParent()).stream()
                    .mapToObj(free -> ", " + Room.available(free) + " are free")
                    .findFirst()
                    .orElse("");
            return full(target, Transport.describe(cause) + left, cause);
        }
        return new ClientException.CannotWrite(
                "'" + target + "' can't be written: " + cause,
                "Check the folder and its permissions, or choose another place; the render is kept at the backend.",
                target,
                cause);
    }

    private static ClientException full(
            Path target, String reason, @org.jspecify.annotations.Nullable IOException cause) {
        return new ClientException.CannotWrite(
                "The disk is too full for '" + target + "': " + reason,
                "Make room or choose another place, then fetch it again; the render is kept at the backend.",
                target,
                cause);
    }
}
