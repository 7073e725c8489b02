package io.retake.core.protocol;

import java.util.Locale;

/** Where a render stands. */
public enum RenderState {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A word this client doesn't know: taken as still going on. */
    OTHER;

    /** The word on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the word on the wire, in any case; the American spelling and {@code error} count too. */
    public static RenderState ofWire(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pending", "queued" -> PENDING;
            case "processing" -> PROCESSING;
            case "completed" -> COMPLETED;
            case "failed", "error" -> FAILED;
            case "cancelled", "canceled" -> CANCELLED;
            default -> OTHER;
        };
    }

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
