package io.retake.core.sse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads events from a stream of bytes after the WHATWG HTML standard, sections 9.2.5 and 9.2.6. An event is given out as
 * soon as the first byte of the line end that completes it is read: a CR is not held back for the LF that may follow. An
 * event that the end of the stream cuts off is dropped. Not thread-safe; blocks as its stream does.
 */
public final class SseReader implements Closeable {
    /** The most bytes of one line, and of the data of one event. */
    public static final int DEFAULT_LIMIT = 8 * 1024 * 1024;

    private final InputStream stream;
    private final LineAssembler lines;
    private final EventAssembler events;
    private final byte[] chunk = new byte[8192];
    private int position;
    private int end;

    public SseReader(InputStream stream) {
        this(stream, DEFAULT_LIMIT);
    }

    /**
     * With another limit.
     *
     * @param limit the most bytes of one line, and of the data of one event
     */
    public SseReader(InputStream stream, int limit) {
        this.stream = stream;
        this.lines = new LineAssembler(limit);
        this.events = new EventAssembler(limit);
    }

    /**
     * The next event; empty at the end of the stream.
     *
     * @throws SseFormatException when a line or an event is longer than the limit
     */
    public Optional<SseEvent> next() throws IOException {
        while (true) {
            while (position < end) {
                Optional<SseEvent> event = take(chunk[position++]);
                if (event.isPresent()) {
                    return event;
                }
            }
            end = stream.read(chunk);
            position = 0;
            if (end < 0) {
                end = 0;
                return Optional.empty();
            }
        }
    }

    /** The stream's last event id so far; empty when there is none or it was reset. */
    public String lastEventId() {
        return events.lastEventId();
    }

    /** The reconnection time the stream asked for last. */
    public Optional<Duration> retry() {
        return events.retry();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private Optional<SseEvent> take(byte next) throws SseFormatException {
        Optional<String> line = lines.take(next);
        return line.isPresent() ? events.take(line.get()) : Optional.empty();
    }
}
