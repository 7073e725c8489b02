package io.retake.engine.agent;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where clips meet. They overlap where one becomes the next softly, and nowhere else. */
final class Joins {
    private Joins() {}

    /**
     * With every join that an edge falls into made plain at that edge; an edge where the later clip begins does so only
     * when asked, because that is also where a whole clip ends and the next one begins.
     */
    static List<Segment> opened(List<Segment> segments, long[] edges, boolean alsoAtStart) {
        List<Segment> next = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            Segment clip = segment;
            if (!next.isEmpty()) {
                Segment last = next.get(next.size() - 1);
                long from = segment.start().toMillis();
                long to = last.end().toMillis();
                if (from < to) {
                    int found = Arrays.binarySearch(edges, alsoAtStart ? from : from + 1);
                    int index = found < 0 ? -found - 1 : found;
                    if (index < edges.length && edges[index] <= to) {
                        next.set(next.size() - 1, Pieces.before(last, edges[index]));
                        clip = edges[index] == from
                                ? segment.withBlend(Optional.empty())
                                : Pieces.after(segment, edges[index], segment.id());
                    }
                }
            }
            next.add(clip);
        }
        return next;
    }

    /** With joins as long as clips do overlap, and no overlap without a join. */
    static List<Segment> settled(List<Segment> segments) {
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
                    next.add(Timelines.resized(last, start - last.start().toMillis()));
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

    /** One after the other from the start, each overlapping the one before by its blend. */
    static List<Segment> laid(List<Segment> segments) {
        List<Segment> next = new ArrayList<>(segments.size());
        long end = 0;
        for (Segment segment : segments) {
            long overlap = 0;
            if (!next.isEmpty() && segment.blend().isPresent()) {
                long before = next.get(next.size() - 1).duration().toMillis();
                long room = Math.min(before, segment.duration().toMillis()) / 2;
                overlap = Math.min(room, segment.blend().get().duration().toMillis());
            }
            next.add(Timelines.moved(segment, end - overlap));
            end += segment.duration().toMillis() - overlap;
        }
        return settled(next);
    }
}
