package io.retake.core.client.http;

import java.io.IOException;

/** Carries one of our exceptions through the HTTP library, which propagates only IOExceptions cleanly. */
public final class BodyFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private final RuntimeException reason;

    public BodyFailure(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
