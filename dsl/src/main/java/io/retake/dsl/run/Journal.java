package io.retake.dsl.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.PrivateFiles;
import io.retake.dsl.DslException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run writes down so that it can be taken up again: one JSON object a line, with the operating system before the
 * call that needs it. No token is ever in it. The file is made by the first line after the heading, so that a script that
 * needs no backend leaves none, and waits for no JSON library. Thread-safe.
 */
final class Journal implements AutoCloseable {
    static final String FILE = "journal.jsonl";
    private final Path top;
    private final Path folder;
    private final Consumer<ObjectNode> heading;
    private @Nullable FileOutputStream file;
    private boolean cutOff;

    /** @param top the uppermost of the folders that are Retake's */
    Journal(Path top, Path folder, Consumer<ObjectNode> heading) {
        this.top = top;
        this.folder = folder;
        this.heading = heading;
    }

    /** Adds a line; the end of this process loses nothing after this returns. */
    synchronized void write(String entry, Consumer<ObjectNode> fields) {
        try {
            FileOutputStream open = file;
            if (open == null) {
                Path journal = PrivateFiles.folder(top, folder).resolve(FILE);
                PrivateFiles.newOutputStream(journal).close();
                // Not a channel: those are closed for good when the thread that writes is interrupted, as a cancelled
                // run's is.
                open = new FileOutputStream(journal.toFile());
                file = open;
                line(open, "run", heading);
            }
            line(open, entry, fields);
        } catch (IOException e) {
            throw new DslException(
                    "the run's journal can't be written in " + folder + ": " + e,
                    "make room there, or set XDG_STATE_HOME to a folder that can be written",
                    e);
        }
    }

    private void line(FileOutputStream to, String entry, Consumer<ObjectNode> fields) throws IOException {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("entry", entry)
                .put("at", Instant.now().toString());
        fields.accept(line);
        byte[] bytes = ((cutOff ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8);
        // A line that a full disk cuts off must not swallow the next one.
        cutOff = true;
        to.write(bytes);
        cutOff = false;
    }

    /** Writes how the run ended, if there is anything to end, and closes the file. */
    synchronized void end(RunEvent.State state) {
        if (file != null) {
            write("end", line -> line.put("state", state.name().toLowerCase(Locale.ROOT)));
        }
        close();
    }

    @Override
    public synchronized void close() {
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
