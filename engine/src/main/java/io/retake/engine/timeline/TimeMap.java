package io.retake.engine.timeline;

import java.util.Arrays;

/**
 * Maps times of a timeline across a ripple edit: straight lines between knots, and after the last one a shift.
 * Milliseconds. Knots are added in order of their old moment.
 */
public final class TimeMap {
    private long[] before = new long[16];
    private long[] after = new long[16];
    private int size = 1;

    /** Adds a knot; one before the last is ignored: where clips overlap, the earlier one counts. */
    public void knot(long beforeMs, long afterMs) {
        if (beforeMs < before[size - 1]) {
            return;
        }
        if (size == before.length) {
            before = Arrays.copyOf(before, size * 2);
            after = Arrays.copyOf(after, size * 2);
        }
        before[size] = beforeMs;
        after[size++] = afterMs;
    }

    public long at(long momentMs) {
        int found = Arrays.binarySearch(before, 0, size, momentMs);
        if (found >= 0) {
            return after[found];
        }
        int left = -found - 2;
        if (left + 1 == size) {
            return after[left] + momentMs - before[left];
        }
        double share = (double) (momentMs - before[left]) / (before[left + 1] - before[left]);
        return after[left] + Math.round(share * (after[left + 1] - after[left]));
    }

    /** Maps a stretch to a shorter or longer one from its start at the same pace; what is missing or new is at its end. */
    public void keepPace(TimeRange was, TimeRange is) {
        if (is.lengthMs() < was.lengthMs()) {
            knot(was.startMs() + is.lengthMs(), is.endMs());
        } else if (is.lengthMs() > was.lengthMs() && was.lengthMs() > 1) {
            knot(was.endMs() - 1, is.startMs() + was.lengthMs() - 1);
        }
    }
}
