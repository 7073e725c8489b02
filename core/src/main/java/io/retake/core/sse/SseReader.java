package io.retake.core.sse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads events from a stream of bytes by the WHATWG HTML standard, sections 9.2.5 and 9.2.6. Returns an event as soon
 * as it has read the first byte of the line end that completes it: a CR does not wait for a possible LF. Drops an event
 * that the end of the stream cuts off. Not thread-safe; blocks as its stream does.
 */
public final class SseReader implements Closeable {
    /** The maximum number of bytes of one line, and of the data of one event. */
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
     * Creates a reader with another limit.
     *
     * @param limit the maximum number of bytes of one line, and of the data of one event
     */
    public SseReader(InputStream stream, int limit) {
        this.stream = stream;
        this.lines = new LineAssembler(limit);
        this.events = new EventAssembler(limit);
    }

    /**
     * Returns the next event; empty at the end of the stream.
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

    /** Returns the stream's last event id so far; empty when there is none or it was reset. */
    public String lastEventId() {
        return events.lastEventId();
    }

    /** Returns the reconnection time that the stream requested last. */
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
