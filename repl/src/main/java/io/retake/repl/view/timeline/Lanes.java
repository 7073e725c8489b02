package io.retake.repl.view.timeline;

import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arranges a track in one line, or in several if its segments overlap, as titles may. */
final class Lanes {
    /** Largest number of lines; further segments cover earlier ones. */
    private static final int MOST = 4;

    private final List<List<Numbered>> lanes = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    private Lanes() {}

    /**
     * A segment with its number in its track and its times, read once: a timeline has thousands.
     *
     * @param number from 1, in the order of the track, as {@code clip(2)} counts
     */
    record Numbered(int number, Segment segment, long fromMs, long toMs) {}

    /** Returns the visible segments, one list per line, sorted by start. */
    static List<List<Numbered>> of(Track track, Scale scale) {
        List<Numbered> seen = new ArrayList<>();
        for (Segment segment : track.segments()) {
            long from = segment.start().toMillis();
            long to = from + segment.duration().toMillis();
            seen.add(new Numbered(seen.size() + 1, segment, from, to));
        }
        seen.removeIf(numbered -> !scale.sees(numbered.fromMs(), numbered.toMs()));
        seen.sort(Comparator.comparingLong(Numbered::fromMs));
        Lanes lanes = new Lanes();
        seen.forEach(lanes::place);
        return seen.isEmpty() ? List.of(List.of()) : lanes.lanes;
    }

    private void place(Numbered numbered) {
        int lane = 0;
        while (lane < lanes.size() && ends.get(lane) > numbered.fromMs() && !joins(numbered, ends.get(lane))) {
            lane++;
        }
        if (lane == lanes.size() && lane < MOST) {
            lanes.add(new ArrayList<>());
            ends.add(0L);
        }
        int chosen = Math.min(lane, lanes.size() - 1);
        lanes.get(chosen).add(numbered);
        ends.set(chosen, numbered.toMs());
    }

    /** Whether a transition joins the segment to the one ending there. */
    private static boolean joins(Numbered numbered, long end) {
        return numbered.segment()
                .blend()
                .filter(blend -> end <= numbered.fromMs() + blend.duration().toMillis())
                .isPresent();
    }
}
