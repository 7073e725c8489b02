package io.retake.core.protocol;

/** What it takes to find a render again, also from another process. */
public record RenderTicket(SessionRef session, String renderId) {
    public RenderTicket {
        if (renderId.isBlank()) {
            throw new IllegalArgumentException("a render id can't be blank");
        }
    }
}
