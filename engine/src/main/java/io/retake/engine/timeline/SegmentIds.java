package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;

/** Generates IDs for new segments: {@code s1}, {@code s2}, and so on, none of which the draft has. Not thread-safe. */
public final class SegmentIds {
    private long last;

    private SegmentIds(long last) {
        this.last = last;
    }

    public static SegmentIds of(Draft draft) {
        long last = 0;
        for (Track track : draft.tracks()) {
            for (Segment segment : track.segments()) {
                last = Math.max(last, number(segment.id()));
            }
        }
        return new SegmentIds(last);
    }

    /** IDs of other forms don't count, and neither does a number so long that one more would overflow. */
    private static long number(String id) {
        if (id.length() < 2 || id.length() > 16 || id.charAt(0) != 's') {
            return 0;
        }
        long number = 0;
        for (int i = 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    public String next() {
        return "s" + ++last;
    }
}
