package io.retake.engine.agent;

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
        UnaryOperator<List<Segment>> keep = segments -> kept(Pieces.cut(segments, spans, Ids.of(draft)), spans, map);
        return rippled(draft, keep.apply(Timelines.video(draft).segments()), keep, map, media);
    }

    private static List<Segment> kept(List<Segment> pieces, List<Span> spans, TimeMap map) {
        List<Segment> kept = new ArrayList<>();
        for (Segment piece : pieces) {
            if (!Pieces.isInside(piece, spans)) {
                long start = map.at(piece.start().toMillis());
                long length = map.at(piece.end().toMillis()) - start;
                // A clip that was going out under one that is gone ends with it.
                Segment shown = length < piece.duration().toMillis() ? Timelines.resized(piece, length) : piece;
                kept.add(Timelines.moved(shown, start));
            }
        }
        return kept;
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
            long gap = piece.start().toMillis() - gapFrom;
            gapFrom = piece.end().toMillis();
            double factor = inside && !piece.frozen() ? piece.speed() / speed : 1;
            double length = piece.duration().toMillis() * factor;
            if (gap < 0) {
                long before = next.get(next.size() - 1).duration().toMillis();
                gap = -Math.min(-gap, (long) (Math.min((double) before, length) / 2));
            }
            // Rounded at the joins, not each piece by itself: a thousand short clips keep their common length.
            exactEnd += gap + length;
            long start = end + gap;
            end = Math.max(start + 1, Math.round(exactEnd));
            Segment changed =
                    Timelines.resized(inside && !piece.frozen() ? piece.withSpeed(speed) : piece, end - start);
            next.add(Timelines.moved(changed, start));
            map.knot(piece.start().toMillis(), start);
            map.knot(piece.end().toMillis(), end);
        }
        UnaryOperator<List<Segment>> sound =
                segments -> retimed(Pieces.cut(segments, spans, Ids.of(draft)), spans, speed, map);
        return rippled(draft, next, sound, map, media);
    }

    private static List<Segment> retimed(List<Segment> pieces, List<Span> spans, double speed, TimeMap map) {
        List<Segment> next = new ArrayList<>();
        for (Segment piece : pieces) {
            long start = map.at(piece.start().toMillis());
            long length = Math.max(1, map.at(piece.end().toMillis()) - start);
            Segment paced = Pieces.isInside(piece, spans) ? piece.withSpeed(speed) : piece;
            next.add(Timelines.moved(Timelines.resized(paced, length), start));
        }
        return next;
    }

    /** With a stretch of time put in at a moment: what follows moves, what lies over the moment gets longer. */
    static Draft inserted(Draft draft, Segment segment, List<Footage> media) {
        long at = segment.start().toMillis();
        TimeMap map = new TimeMap();
        map.knot(Math.max(0, at - 1), Math.max(0, at - 1));
        map.knot(at, at + segment.duration().toMillis());
        List<Segment> video = new ArrayList<>();
        Ids ids = Ids.of(draft);
        for (Segment piece : Pieces.cutAt(Timelines.video(draft).segments(), at, ids)) {
            boolean later = piece.start().toMillis() >= at;
            if (later && video.stream().noneMatch(s -> s.id().isEmpty())) {
                video.add(segment.withId(""));
            }
            video.add(
                    later
                            ? Timelines.moved(
                                    piece,
                                    piece.start().toMillis()
                                            + segment.duration().toMillis())
                            : piece);
        }
        if (video.stream().noneMatch(s -> s.id().isEmpty())) {
            video.add(segment.withId(""));
        }
        video.replaceAll(s -> s.id().isEmpty() ? s.withId(ids.next()) : s);
        UnaryOperator<List<Segment>> sound = segments -> Pieces.cutAt(segments, at, Ids.of(draft)).stream()
                .map(p -> p.start().toMillis() >= at
                        ? Timelines.moved(
                                p, p.start().toMillis() + segment.duration().toMillis())
                        : p)
                .toList();
        return rippled(draft, video, sound, map, media);
    }

    private static List<Segment> cut(Draft draft, List<Span> spans) {
        return Pieces.cut(Timelines.video(draft).segments(), spans, Ids.of(draft));
    }

    static Draft rippled(
            Draft draft, List<Segment> video, UnaryOperator<List<Segment>> sound, TimeMap map, List<Footage> media) {
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
