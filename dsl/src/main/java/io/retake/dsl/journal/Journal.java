package io.retake.dsl.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.DslException;
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
 * What a run writes down so that it can be taken up again, however often: one JSON object a line, with the operating
 * system before the call that needs it. No token is ever in it. The file is made by the first line after the heading, so
 * that a script that needs no backend leaves none, and waits for no JSON library. From then on until it is closed, or its
 * process ends, the journal is held: no other run goes on in it. Thread-safe.
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
     * A new one in a folder that need not exist.
     *
     * @param top the uppermost of the folders that are Retake's
     */
    static Journal begin(Path top, Path folder, Consumer<ObjectNode> heading) {
        return new Journal(top, folder, heading, null, false);
    }

    /** Goes on in one that is there; empty when a run that writes in it still goes on. */
    static Optional<Journal> resume(Path top, Path folder) {
        try {
            return ProcessLock.tryAcquire(folder.resolve(LOCK))
                    .map(lock -> new Journal(top, folder, line -> {}, lock, true));
        } catch (IOException noLocks) {
            return Optional.of(new Journal(top, folder, line -> {}, null, true));
        }
    }

    /** Whether a run that writes in the journal of this folder still goes on. */
    static boolean isLive(Path folder) {
        try {
            return ProcessLock.isHeld(folder.resolve(LOCK));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Removes what is in a folder, and the folder. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    /** Adds a line; the end of this process loses nothing after this returns. */
    public synchronized void write(String entry, Consumer<ObjectNode> fields) {
        try {
            line(open(), entry, fields);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Adds a line that the end of the machine doesn't lose either: for what costs money when it is done twice. */
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
        // Not a channel: those are closed for good when the thread that writes is interrupted, as a cancelled run's is.
        FileOutputStream opened = new FileOutputStream(journal.toFile(), resumed);
        file = opened;
        cutOff = resumed;
        line(opened, resumed ? "resume" : "run", line -> {
            heading.accept(line);
            line.put("process", ProcessHandle.current().pid()).put("version", VERSION);
        });
        return opened;
    }

    /** Null on a file system without locks. */
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
        // A line that was cut off, by the end of a process or by a full disk, must not swallow the next one.
        byte[] bytes = ((cutOff ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8);
        cutOff = true;
        to.write(bytes);
        cutOff = false;
    }

    private static DslException failed(Path folder, IOException e) {
        return new DslException(
                "the run's journal can't be written in " + folder + ": " + e,
                "free some space there, or set XDG_STATE_HOME to a writable folder",
                e);
    }

    /** Writes how the run ended, if there is anything to end, and closes the file. */
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
            throw new DslException("the run's journal can't be closed: " + e, "check the disk", e);
        }
    }
}
