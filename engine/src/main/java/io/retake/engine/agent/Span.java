package io.retake.engine.agent;

import io.retake.core.edit.Times;
import java.time.Duration;

/** A stretch of the timeline, in milliseconds; the end is exclusive. */
record Span(long startMs, long endMs) {

    long lengthMs() {
        return endMs - startMs;
    }

    boolean covers(long momentMs) {
        return startMs <= momentMs && momentMs < endMs;
    }

    @Override
    public String toString() {
        return Times.write(Duration.ofMillis(startMs)) + "-" + Times.write(Duration.ofMillis(endMs));
    }
}
