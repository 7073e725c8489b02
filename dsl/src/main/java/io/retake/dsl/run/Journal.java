package io.retake.dsl.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.dsl.DslException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a run writes down so that it can be taken up again: one JSON object a line, on disk before the call that needs it.
 * No token is ever in it. Thread-safe.
 */
final class Journal implements AutoCloseable {
    static final String FILE = "journal.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** A new journal in a new folder. */
    static Journal create(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Journal(
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new DslException(
                    "the run's journal can't be written in " + folder + ": " + e,
                    "make room there, or set XDG_STATE_HOME to a folder that can be written",
                    e);
        }
    }

    /** Adds a line; it is with the operating system when this returns, so that the end of this process loses nothing. */
    synchronized void write(String entry, Consumer<ObjectNode> fields) {
        ObjectNode line = JSON.createObjectNode()
                .put("entry", entry)
                .put("at", Instant.now().toString());
        fields.accept(line);
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new DslException("the run's journal can't be written: " + e, "make room on the disk, then resume", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new DslException("the run's journal can't be closed: " + e, "check the disk", e);
        }
    }
}
