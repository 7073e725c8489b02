package io.retake.engine.timeline;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A range of the timeline, in milliseconds; the end is exclusive. */
public record TimeRange(long startMs, long endMs) {
    static final TimeRange NONE = new TimeRange(0, 0);

    /** The ranges that a message names before it counts. */
    private static final int NAMED = 3;

    /** Returns ranges for a message: the first, and how many there are where there are more. */
    public static String list(List<TimeRange> ranges) {
        String first = String.join(
                ", ", ranges.stream().limit(NAMED).map(TimeRange::toString).toList());
        return ranges.size() > NAMED ? first + " … (" + ranges.size() + ")" : first;
    }

    /** Returns the range of a segment. */
    public static TimeRange of(Segment segment) {
        return new TimeRange(segment.start().toMillis(), segment.end().toMillis());
    }

    public long lengthMs() {
        return endMs - startMs;
    }

    /** Returns ranges, which are in order of their starts, with those that overlap as one. */
    public static List<TimeRange> joined(List<TimeRange> ranges) {
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange range : ranges) {
            TimeRange last = joined.isEmpty() ? NONE : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && range.startMs < last.endMs) {
                joined.set(joined.size() - 1, new TimeRange(last.startMs, Math.max(last.endMs, range.endMs)));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** Returns what is left of it without ranges within it, which are in order. */
    List<TimeRange> without(List<TimeRange> gone) {
        List<TimeRange> left = new ArrayList<>();
        long from = startMs;
        for (TimeRange range : gone) {
            if (from < range.startMs) {
                left.add(new TimeRange(from, range.startMs));
            }
            from = range.endMs;
        }
        if (from < endMs) {
            left.add(new TimeRange(from, endMs));
        }
        return left;
    }

    boolean covers(long momentMs) {
        return startMs <= momentMs && momentMs < endMs;
    }

    @Override
    public String toString() {
        return Times.write(Duration.ofMillis(startMs)) + "-" + Times.write(Duration.ofMillis(endMs));
    }
}
