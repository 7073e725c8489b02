package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Edits after which what follows moves up: titles move with the picture they stood on, those on removed picture go, and
 * music fits the new length.
 */
public final class Ripple {
    private Ripple() {}

    /**
     * Removes a selection. Of the timeline, exactly so much time goes; of clips, they or their parts go, and those that
     * are left meet as before where the same clips still meet.
     */
    public static Draft removed(Draft draft, Selection gone, List<Asset> media) {
        return gone.isOfTimeline() ? removed(draft, gone.spans(), media) : closed(draft, gone, media);
    }

    /** Removes the selected ranges of clips and closes the gaps. */
    public static Draft closed(Draft draft, Selection gone, List<Asset> media) {
        return new GapClosing(draft, gone.cut(SegmentIds.of(draft))).closed(media);
    }

    /** Removes the spans, which are in order and don't overlap. */
    private static Draft removed(Draft draft, List<TimeRange> spans, List<Asset> media) {
        TimeMap map = new TimeMap();
        long gone = 0;
        for (TimeRange span : spans) {
            map.knot(span.startMs(), span.startMs() - gone);
            gone += span.lengthMs();
            map.knot(span.endMs(), span.endMs() - gone);
        }
        UnaryOperator<List<Segment>> keep =
                segments -> kept(SegmentSplitter.cut(segments, spans, SegmentIds.of(draft)), spans, map);
        return rippled(draft, keep.apply(Timelines.video(draft).segments()), keep, map, media);
    }

    static List<Segment> kept(List<Segment> pieces, List<TimeRange> spans, TimeMap map) {
        List<Segment> kept = new ArrayList<>();
        for (Segment piece : pieces) {
            if (!SegmentSplitter.isInside(piece, spans)) {
                long start = map.at(piece.start().toMillis());
                long length = map.at(piece.end().toMillis()) - start;
                // A clip that was going out under one that is gone ends with it.
                Segment shown = length < piece.duration().toMillis()
                        ? SegmentSplitter.before(piece, piece.start().toMillis() + length)
                        : piece;
                kept.add(Timelines.moved(shown, start));
            }
        }
        return kept;
    }

    /**
     * Inserts a segment at its start: later segments move, those over that moment get longer. Within a transition it
     * comes between the two clips, and after all of the one that goes out there.
     */
    public static Draft inserted(Draft draft, Segment segment, List<Asset> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        int coming = Joins.at(clips, segment.start().toMillis());
        long at = placeOf(clips, segment.start().toMillis());
        // From here on all is later: within a transition the clip that comes in, which begins before the other ends.
        long from = coming < 0 ? at : clips.get(coming).start().toMillis();
        long later = at + segment.duration().toMillis() - from;
        TimeMap map = new TimeMap();
        map.knot(Math.max(0, from - 1), Math.max(0, from - 1));
        map.knot(from, from + later);
        SegmentIds ids = SegmentIds.of(draft);
        String id = ids.next();
        List<Segment> video = new ArrayList<>();
        List<Segment> after = new ArrayList<>();
        for (Segment piece : coming < 0 ? SegmentSplitter.cutAt(clips, at, ids) : clips) {
            boolean follows = piece.start().toMillis() >= from;
            (follows ? after : video).add(follows ? later(piece, later) : piece);
        }
        video.add(Timelines.moved(segment.withId(id), at));
        video.addAll(after);
        UnaryOperator<List<Segment>> sound =
                segments -> SegmentSplitter.cutAt(segments, from, SegmentIds.of(draft)).stream()
                        .map(p -> p.start().toMillis() >= from ? later(p, later) : p)
                        .toList();
        return rippled(draft, video, sound, map, media);
    }

    /** Returns the start of something inserted at a moment. */
    public static long placeOf(List<Segment> clips, long momentMs) {
        int coming = Joins.at(clips, momentMs);
        return coming < 0 ? momentMs : clips.get(coming - 1).end().toMillis();
    }

    private static Segment later(Segment segment, long ms) {
        return Timelines.moved(segment, segment.start().toMillis() + ms);
    }

    public static Draft rippled(
            Draft draft, List<Segment> video, UnaryOperator<List<Segment>> sound, TimeMap map, List<Asset> media) {
        Draft next = Timelines.withVideo(draft, video);
        next = Timelines.mapped(next, t -> t.is(TrackType.TEXT) || t.overlay(), segments -> mapped(segments, map));
        next = Timelines.mapped(next, Track::sound, sound);
        next = Timelines.mapped(next, Timelines::isMusic, segments -> mapped(segments, map));
        return Timelines.settled(next, media);
    }

    private static List<Segment> mapped(List<Segment> segments, TimeMap map) {
        List<Segment> next = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            long start = map.at(segment.start().toMillis());
            long end = map.at(segment.end().toMillis());
            if (end > start) {
                next.add(Timelines.moved(segment, start).withDuration(Duration.ofMillis(end - start)));
            }
        }
        return next;
    }
}
