package io.retake.repl.shell.history;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to a file that several processes share. A line is always written whole and on its own, even if a full disk
 * or a kill truncated the last one. A file that has grown too large is atomically replaced by its last lines. Appending
 * and replacing hold the lock of a file next to it; on a disk without locks nothing is replaced.
 */
final class HistoryFile {
    private static final Object THIS_PROCESS = new Object();
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private final Path file;
    private final long mostBytes;
    private @Nullable Object known;
    private long read;

    /** @param mostBytes the size at which the file is replaced by one of at most half of it */
    HistoryFile(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Appends a line.
     *
     * @param shortened drops lines from a list, oldest first, when the file is too large
     */
    void append(String line, UnaryOperator<List<String>> shortened) throws IOException {
        PrivateFiles.folder(java.util.Objects.requireNonNull(file.getParent()));
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (THIS_PROCESS) {
            Optional<ProcessLock> lock = lock();
            try {
                long size = write(bytes);
                if (lock.isPresent() && size > mostBytes) {
                    replace(shortened.apply(lines(Files.readAllBytes(file))));
                }
            } finally {
                lock.ifPresent(ProcessLock::close);
            }
        }
    }

    private Optional<ProcessLock> lock() {
        try {
            return ProcessLock.await(file.resolveSibling(file.getFileName() + ".lock"), LONGEST_WAIT);
        } catch (IOException none) {
            return Optional.empty(); // a file system without locks
        }
    }

    private long write(byte[] line) throws IOException {
        try (FileChannel out = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            boolean whole = out.size() == 0 || endsWithLine();
            ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
            if (!whole) {
                bytes.put((byte) '\n');
            }
            bytes.put(line).flip();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            return out.size();
        }
    }

    private boolean endsWithLine() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            in.read(last, in.size() - 1);
            return last.get(0) == '\n';
        }
    }

    private void replace(List<String> lines) throws IOException {
        long room = mostBytes / 2;
        int from = lines.size();
        while (from > 0 && room - bytes(lines.get(from - 1)) >= 0) {
            room -= bytes(lines.get(--from));
        }
        String kept = String.join("\n", lines.subList(from, lines.size()));
        AtomicFiles.write(file, (kept + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    /** Returns the lines added since the last call, or all if the file was replaced; never an incomplete line. */
    List<String> news() throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            long size = Files.size(file);
            if (size < read || !java.util.Objects.equals(key, known)) {
                read = 0;
            }
            known = key;
            return size == read ? List.of() : lines(tail());
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private byte[] tail() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, in.size() - read));
            int got = 0;
            while (bytes.hasRemaining() && got >= 0) {
                got = in.read(bytes, read + bytes.position());
            }
            int end = bytes.position();
            while (end > 0 && bytes.get(end - 1) != '\n') {
                end--;
            }
            read += end;
            return java.util.Arrays.copyOf(bytes.array(), end);
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
