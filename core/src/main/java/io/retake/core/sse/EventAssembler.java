package io.retake.core.sse;

import io.retake.core.CoreMessages;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assembles lines into events by the field rules of the standard's section 9.2.6. */
final class EventAssembler {
    private final int limit;
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String idBuffer = "";
    private String lastEventId = "";
    private @Nullable Duration retry;

    EventAssembler(int limit) {
        this.limit = limit;
    }

    Optional<SseEvent> take(String line) throws SseFormatException {
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        if (colon < 0) {
            field(line, "");
        } else if (colon > 0) {
            int value = line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
            field(line.substring(0, colon), line.substring(value));
        }
        return Optional.empty();
    }

    String lastEventId() {
        return lastEventId;
    }

    Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    private Optional<SseEvent> dispatch() {
        lastEventId = idBuffer;
        Optional<SseEvent> event = Optional.empty();
        // Each data line adds a newline: "data" alone is an event with empty data, no data line at all is none.
        if (data.length() > 0) {
            data.setLength(data.length() - 1);
            event = Optional.of(new SseEvent(type.isEmpty() ? SseEvent.MESSAGE : type, data.toString(), lastEventId));
        }
        data.setLength(0);
        type = "";
        return event;
    }

    private void field(String name, String value) throws SseFormatException {
        switch (name) {
            case "event" -> type = value;
            case "data" -> append(value);
            case "id" -> idBuffer = value.indexOf('\0') < 0 ? value : idBuffer;
            case "retry" -> retry = milliseconds(value, retry);
            default -> {
                // "Otherwise: the field is ignored."
            }
        }
    }

    private void append(String value) throws SseFormatException {
        if ((long) data.length() + value.length() > limit) {
            throw new SseFormatException(CoreMessages.text("message.event-too-long", limit));
        }
        data.append(value).append('\n');
    }

    private static @Nullable Duration milliseconds(String value, @Nullable Duration otherwise) {
        boolean digits =
                !value.isEmpty() && value.length() < 19 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Duration.ofMillis(Long.parseLong(value)) : otherwise;
    }
}
