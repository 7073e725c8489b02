package io.retake.core.sse;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes events so that {@link SseReader} reads them back. Each call writes and flushes one whole event; several
 * threads may call it (a heartbeat beside the events). Every line end in data arrives as a newline: the format has no
 * other.
 */
public final class SseWriter implements Closeable {
    private final OutputStream stream;

    public SseWriter(OutputStream stream) {
        this.stream = stream;
    }

    /** Writes an event of the default type. */
    public void data(String data) throws IOException {
        event(SseEvent.of(data));
    }

    /**
     * Writes an event. Omits an empty id, which leaves the reader's last id unchanged.
     *
     * @throws IllegalArgumentException when the type or the id has a line end, or the id a NUL
     */
    public void event(SseEvent event) throws IOException {
        StringBuilder text = new StringBuilder();
        if (!event.type().equals(SseEvent.MESSAGE)) {
            text.append("event: ").append(oneLine("type", event.type())).append('\n');
        }
        if (!event.lastEventId().isEmpty()) {
            text.append("id: ").append(oneLine("id", event.lastEventId())).append('\n');
        }
        for (String line : lines(event.data())) {
            text.append("data: ").append(line).append('\n');
        }
        write(text.append('\n'));
    }

    /** Writes a line that readers skip, to keep a connection alive. */
    public void comment(String comment) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines(comment)) {
            text.append(": ").append(line).append('\n');
        }
        write(text);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private synchronized void write(CharSequence text) throws IOException {
        stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private static String[] lines(String text) {
        return text.split("\r\n|\r|\n", -1);
    }

    private static String oneLine(String what, String value) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("an event's " + what + " must be one line without NUL");
        }
        return value;
    }
}
