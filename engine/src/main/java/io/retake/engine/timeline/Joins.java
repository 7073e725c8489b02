package io.retake.engine.timeline;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The joins between clips. Clips overlap in a transition and nowhere else. */
public final class Joins {
    private Joins() {}

    /** Where each of the clips overlaps the one before; empty where it doesn't. */
    static List<TimeRange> spans(List<Segment> clips) {
        List<TimeRange> spans = new ArrayList<>(clips.size());
        for (int i = 0; i < clips.size(); i++) {
            long start = clips.get(i).start().toMillis();
            long end = i == 0 ? start : clips.get(i - 1).end().toMillis();
            spans.add(end > start ? new TimeRange(start, end) : TimeRange.NONE);
        }
        return spans;
    }

    /** The clip that is coming in at a moment, counted from 0; -1 where no transition is under way. */
    public static int at(List<Segment> clips, long momentMs) {
        List<TimeRange> spans = spans(clips);
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).covers(momentMs)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Replaces every transition that an edge falls into by a cut at that edge. An edge where the later clip begins is
     * not in the join: that is also where a whole clip ends and the next one begins; nor is one where the earlier clip
     * ends.
     */
    static List<Segment> opened(List<Segment> segments, long[] edges) {
        List<Segment> next = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            Segment clip = segment;
            if (!next.isEmpty()) {
                Segment last = next.get(next.size() - 1);
                long from = segment.start().toMillis();
                long to = last.end().toMillis();
                if (from < to) {
                    int found = Arrays.binarySearch(edges, from + 1);
                    int index = found < 0 ? -found - 1 : found;
                    if (index < edges.length && edges[index] < to) {
                        next.set(next.size() - 1, SegmentSplitter.before(last, edges[index]));
                        clip = SegmentSplitter.after(segment, edges[index], segment.id());
                    }
                }
            }
            next.add(clip);
        }
        return next;
    }

    /** Returns the clips with transitions as long as the overlaps, and no overlap without a transition. */
    public static List<Segment> settled(List<Segment> segments) {
        List<Segment> next = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            Segment clip = segment;
            long start = segment.start().toMillis();
            while (!next.isEmpty() && next.get(next.size() - 1).end().toMillis() > start) {
                Segment last = next.get(next.size() - 1);
                if (clip.blend().isPresent() && start > last.start().toMillis()) {
                    break;
                }
                next.remove(next.size() - 1);
                if (start > last.start().toMillis()) {
                    next.add(SegmentSplitter.before(last, start));
                }
            }
            long overlap = next.isEmpty() ? 0 : next.get(next.size() - 1).end().toMillis() - start;
            if (clip.blend().isPresent()) {
                clip = overlap <= 0 ? clip.withBlend(Optional.empty()) : blended(clip, overlap);
            }
            next.add(clip);
        }
        return next;
    }

    private static Segment blended(Segment segment, long overlapMs) {
        return segment.withBlend(segment.blend().map(b -> new Blend(b.kind(), Duration.ofMillis(overlapMs))));
    }

    /** One after the other from the start, each overlapping the one before by its blend, as far as both have room. */
    public static List<Segment> laid(List<Segment> segments) {
        long[] lengths =
                segments.stream().mapToLong(s -> s.duration().toMillis()).toArray();
        long[] overlaps = overlaps(segments, lengths);
        List<Segment> next = new ArrayList<>(segments.size());
        long end = 0;
        for (int i = 0; i < lengths.length; i++) {
            next.add(Timelines.moved(segments.get(i), end - overlaps[i]));
            end += lengths[i] - overlaps[i];
        }
        return settled(next);
    }

    /**
     * Returns the overlap of each clip with the one before: as long as its blend where the transitions at both ends of
     * a clip fit into it, else at most half of it.
     *
     * @param lengths how long the clips are, in milliseconds
     */
    static long[] overlaps(List<Segment> clips, long[] lengths) {
        int count = lengths.length;
        long[] wanted = new long[count + 1];
        for (int i = 1; i < count; i++) {
            wanted[i] = clips.get(i).blend().map(b -> b.duration().toMillis()).orElse(0L);
        }
        long[] overlaps = new long[count];
        for (int i = 1; i < count; i++) {
            overlaps[i] = Math.min(room(wanted, lengths, i - 1, wanted[i]), room(wanted, lengths, i, wanted[i]));
        }
        return overlaps;
    }

    /** Never all of a clip that is going out: its picture could not be seen alone, and the next one would be on top. */
    private static long room(long[] wanted, long[] lengths, int clip, long overlap) {
        long in = wanted[clip];
        long out = wanted[clip + 1];
        boolean fits = in + out <= lengths[clip] && out < lengths[clip];
        return fits ? overlap : Math.min(overlap, lengths[clip] / 2);
    }
}
