package io.retake.engine.timeline;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Times;
import java.time.Duration;

/** A range of the timeline, in milliseconds; the end is exclusive. */
public record TimeRange(long startMs, long endMs) {
    static final TimeRange NONE = new TimeRange(0, 0);

    static TimeRange of(Segment segment) {
        return new TimeRange(segment.start().toMillis(), segment.end().toMillis());
    }

    public long lengthMs() {
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
