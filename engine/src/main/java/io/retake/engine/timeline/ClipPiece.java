package io.retake.engine.timeline;

import io.retake.core.draft.Segment;
import java.util.List;

/**
 * A clip, or a part of one that an edit cut.
 *
 * @param clip which clip it is of, counted from 0
 * @param stretch which of the stretches that an edit means it lies in, counted from 0; -1 for none
 */
public record ClipPiece(Segment segment, int clip, int stretch) {

    /** Whether the edit means it. */
    public boolean chosen() {
        return stretch >= 0;
    }

    /** Returns when it stops being the visible clip, in ms: at its end, or where the next clip begins to overlap it. */
    public long seenUntil(List<Segment> clips) {
        long next = clip + 1 < clips.size() ? clips.get(clip + 1).start().toMillis() : Long.MAX_VALUE;
        return Math.min(segment.end().toMillis(), next);
    }

    /** Returns the range of the timeline that it owns; empty when all of it lies under the next clip. */
    TimeRange seen(List<Segment> clips) {
        long start = segment.start().toMillis();
        return new TimeRange(start, Math.max(start, seenUntil(clips)));
    }
}
