package io.retake.core.protocol;

/** Identifies a render, also for another process. */
public record RenderTicket(SessionRef session, String renderId) {
    public RenderTicket {
        if (renderId.isBlank()) {
            throw new IllegalArgumentException("a render id can't be blank");
        }
    }
}
