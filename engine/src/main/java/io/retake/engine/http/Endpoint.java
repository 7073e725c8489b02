package io.retake.engine.http;

import java.io.IOException;

/** What answers one route. Called by many threads; may block. */
@FunctionalInterface
interface Endpoint {
    void answer(Exchange exchange) throws IOException;
}
