package io.retake.core.client.http;

import java.io.IOException;

/** Carries an exception of our own through the HTTP library, which lets only IOExceptions pass cleanly. */
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
