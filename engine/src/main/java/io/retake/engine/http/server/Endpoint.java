package io.retake.engine.http.server;

import java.io.IOException;

/** Answers one route. Called by many threads; may block. */
@FunctionalInterface
public interface Endpoint {
    void answer(Exchange exchange) throws IOException;

    /** Inspects a request before its body is received; refuses it, or returns the receiver of the body. */
    default Intake intake(Exchange exchange) throws IOException {
        return Intake.JSON;
    }
}
