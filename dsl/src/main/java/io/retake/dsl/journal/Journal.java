package io.retake.dsl.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run, from which it can be resumed, any number of times: one JSON object a line, passed to the
 * operating system before the call that needs it. Never contains a token. The first line after the heading creates the
 * file, so that a script that needs no backend leaves none, and does not wait for a JSON library. From then on until it
 * is closed, or its process ends, the journal is locked: no other run resumes it. Thread-safe.
 */
public final class Journal implements AutoCloseable {
    static final String FILE = "journal.jsonl";
    private static final String LOCK = "lock";
    private static final int VERSION = 2;
    private final Path top;
    private final Path folder;
    private final Consumer<ObjectNode> heading;
    private final boolean resumed;
    private @Nullable ProcessLock lock;
    private @Nullable FileOutputStream file;
    private boolean cutOff;

    private Journal(Path top, Path folder, Consumer<ObjectNode> heading, @Nullable ProcessLock lock, boolean resumed) {
        this.top = top;
        this.folder = folder;
        this.heading = heading;
        this.lock = lock;
        this.resumed = resumed;
    }

    /**
     * Begins a new journal in a folder that need not exist.
     *
     * @param top Retake's topmost folder
     */
    static Journal begin(Path top, Path folder, Consumer<ObjectNode> heading) {
        return new Journal(top, folder, heading, null, false);
    }

    /** Continues an existing journal; empty when a run that writes to it is still active. */
    static Optional<Journal> resume(Path top, Path folder) {
        try {
            return ProcessLock.tryAcquire(folder.resolve(LOCK))
                    .map(lock -> new Journal(top, folder, line -> {}, lock, true));
        } catch (IOException noLocks) {
            return Optional.of(new Journal(top, folder, line -> {}, null, true));
        }
    }

    /** Returns whether the run that writes to the journal in this folder is still active. */
    static boolean isLive(Path folder) {
        try {
            return ProcessLock.isHeld(folder.resolve(LOCK));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Deletes a folder and its contents. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    /** Adds a line, which survives the end of this process once this returns. */
    public synchronized void write(String entry, Consumer<ObjectNode> fields) {
        try {
            line(open(), entry, fields);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Adds a line that also survives the end of the machine: for steps that cost money when repeated. */
    public synchronized void writeThrough(String entry, Consumer<ObjectNode> fields) {
        write(entry, fields);
        try {
            open().getFD().sync();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private FileOutputStream open() throws IOException {
        FileOutputStream known = file;
        if (known != null) {
            return known;
        }
        Path journal = PrivateFiles.folder(top, folder).resolve(FILE);
        PrivateFiles.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        if (!resumed) {
            lock = hold(folder);
        }
        // Not a channel, which an interrupt of the writing thread closes for good, as when a run is cancelled.
        FileOutputStream opened = new FileOutputStream(journal.toFile(), resumed);
        file = opened;
        cutOff = resumed;
        line(opened, resumed ? "resume" : "run", line -> {
            heading.accept(line);
            line.put("process", ProcessHandle.current().pid()).put("version", VERSION);
        });
        return opened;
    }

    /** Locks the journal; null on a file system without locks. */
    private static @Nullable ProcessLock hold(Path folder) {
        try {
            return ProcessLock.tryAcquire(folder.resolve(LOCK)).orElse(null);
        } catch (IOException noLocks) {
            return null;
        }
    }

    private void line(FileOutputStream to, String entry, Consumer<ObjectNode> fields) throws IOException {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("entry", entry)
                .put("at", Instant.now().toString());
        fields.accept(line);
        // A line cut off by the end of a process or by a full disk must not swallow the next one.
        byte[] bytes = ((cutOff ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8);
        cutOff = true;
        to.write(bytes);
        cutOff = false;
    }

    private static DslException failed(Path folder, IOException e) {
        return new DslException(
                ScriptMessages.text("journal.unwritable", folder, e),
                ScriptMessages.text("journal.unwritable-advice"),
                e);
    }

    /** Writes the end of the run, if the journal has begun, and closes the file. */
    public synchronized void end(RunEvent.State state) {
        if (file != null || resumed) {
            write("end", line -> line.put("state", state.name().toLowerCase(Locale.ROOT)));
        }
        close();
    }

    @Override
    public synchronized void close() {
        ProcessLock held = lock;
        if (held != null) {
            held.close();
            lock = null;
        }
        FileOutputStream open = file;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            throw new DslException(
                    ScriptMessages.text("journal.not-closed", e), ScriptMessages.text("journal.not-closed-advice"), e);
        }
    }
}
