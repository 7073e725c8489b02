package io.retake.core.sse;

/**
 * One dispatched event.
 *
 * @param type the event's name; {@code message} when the stream gave none
 * @param data its data lines, joined with a newline; may be empty
 * @param lastEventId the stream's last event id at that moment; empty when there is none
 */
public record SseEvent(String type, String data, String lastEventId) {
    public static final String MESSAGE = "message";

    /** Creates an event of the default type without an id. */
    public static SseEvent of(String data) {
        return new SseEvent(MESSAGE, data, "");
    }
}
