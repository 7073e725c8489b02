package io.retake.engine.fuzz;

import io.retake.core.sse.SseEvent;
import io.retake.core.sse.SseFormatException;
import io.retake.core.sse.SseReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Any bytes are read as server-sent events, or refused as too long. */
public final class EventsFuzz {
    private EventsFuzz() {}

    /** The name that Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try (SseReader reader = new SseReader(new ByteArrayInputStream(bytes), 1000)) {
            Optional<SseEvent> next = reader.next();
            while (next.isPresent()) {
                next = reader.next();
            }
        } catch (SseFormatException tooLong) {
            if (bytes.length <= 1000) {
                throw new AssertionError("refused as too long: " + bytes.length + " bytes", tooLong);
            }
        }
    }
}
