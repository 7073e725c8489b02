package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits after which what follows moves up: titles move with the picture they stood on, those on removed picture go, and
 * music fits the new length.
 */
final class Ripple {
    private Ripple() {}

    /** Without the spans, which are in order and don't overlap. */
    static Draft removed(Draft draft, List<Span> spans, List<Footage> media) {
        TimeMap map = new TimeMap();
        long gone = 0;
        for (Span span : spans) {
            map.knot(span.startMs(), span.startMs() - gone);
            gone += span.lengthMs();
            map.knot(span.endMs(), span.endMs() - gone);
        }
        List<Segment> kept = new ArrayList<>();
        for (Segment piece : cut(draft, spans)) {
            if (!Pieces.isInside(piece, spans)) {
                kept.add(Timelines.moved(piece, map.at(piece.start().toMillis())));
            }
        }
        return rippled(draft, kept, map, media);
    }

    /** With the spans playing so many times as fast as recorded. */
    static Draft retimed(Draft draft, List<Span> spans, double speed, List<Footage> media) {
        TimeMap map = new TimeMap();
        List<Segment> next = new ArrayList<>();
        double exactEnd = 0;
        long end = 0;
        long gapFrom = 0;
        for (Segment piece : cut(draft, spans)) {
            boolean inside = Pieces.isInside(piece, spans);
            long gap = Math.max(0, piece.start().toMillis() - gapFrom);
            gapFrom = piece.end().toMillis();
            double factor = inside ? piece.speed() / speed : 1;
            // Rounded at the joins, not each piece by itself: a thousand short clips keep their common length.
            exactEnd += gap + piece.duration().toMillis() * factor;
            long start = end + gap;
            end = Math.max(start + 1, Math.round(exactEnd));
            Segment changed = Timelines.resized(inside ? piece.withSpeed(speed) : piece, end - start);
            next.add(Timelines.moved(changed, start));
            map.knot(piece.start().toMillis(), start);
            map.knot(piece.end().toMillis(), end);
        }
        return rippled(draft, next, map, media);
    }

    private static List<Segment> cut(Draft draft, List<Span> spans) {
        return Pieces.cut(Timelines.video(draft).segments(), spans, Ids.of(draft));
    }

    private static Draft rippled(Draft draft, List<Segment> video, TimeMap map, List<Footage> media) {
        Draft next = Timelines.withVideo(draft, video);
        next = Timelines.mapped(next, TrackType.TEXT, segments -> mapped(segments, map));
        next = Timelines.mapped(next, TrackType.AUDIO, segments -> mapped(segments, map));
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
