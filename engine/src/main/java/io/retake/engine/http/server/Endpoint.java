package io.retake.engine.http.server;

import java.io.IOException;

/** Answers one route. Called by many threads; may block. */
@FunctionalInterface
public interface Endpoint {
    void answer(Exchange exchange) throws IOException;

    /** Looks at a request whose body has not been received yet; it may refuse it then, or say what receives it. */
    default Intake intake(Exchange exchange) throws IOException {
        return Intake.JSON;
    }
}
