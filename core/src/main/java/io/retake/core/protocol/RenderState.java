package io.retake.core.protocol;

import java.util.Locale;

/** The state of a render. */
public enum RenderState {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A word that this client does not know; treated as still running. */
    OTHER;

    /** Returns the word on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state for a wire word, in any case; accepts the American spelling and {@code error} too. */
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

    /** Returns whether the render has ended. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
