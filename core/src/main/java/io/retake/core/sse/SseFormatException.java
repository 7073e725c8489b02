package io.retake.core.sse;

import java.io.IOException;

/** A stream that is not one: a line or an event without end. */
public final class SseFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    SseFormatException(String message) {
        super(message);
    }
}
