package io.retake.core.sse;

import java.io.IOException;

/** A stream that is not an event stream: an endless line or event. */
public final class SseFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    SseFormatException(String message) {
        super(message);
    }
}
