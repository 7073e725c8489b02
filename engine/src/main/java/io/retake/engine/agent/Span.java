package io.retake.engine.agent;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Times;
import java.time.Duration;

/** A stretch of the timeline, in milliseconds; the end is exclusive. */
record Span(long startMs, long endMs) {
    static final Span NONE = new Span(0, 0);

    static Span of(Segment segment) {
        return new Span(segment.start().toMillis(), segment.end().toMillis());
    }

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
