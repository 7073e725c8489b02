package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Edits after which what follows moves up: titles move with the picture they stood on, those on removed picture go, and
 * music fits the new length.
 */
final class Ripple {
    private Ripple() {}

    /**
     * Without what is chosen. Of the timeline exactly so much time goes; of clips they or their parts go, and those that
     * are left meet as before where the same clips still meet.
     */
    static Draft removed(Draft draft, Selection gone, List<Footage> media) {
        return gone.isOfTimeline() ? removed(draft, gone.spans(), media) : closed(draft, gone, media);
    }

    /** Without what is chosen of clips, whichever they are. */
    static Draft closed(Draft draft, Selection gone, List<Footage> media) {
        return new Closing(draft, gone.cut(Ids.of(draft))).closed(media);
    }

    /** Without the spans, which are in order and don't overlap. */
    private static Draft removed(Draft draft, List<Span> spans, List<Footage> media) {
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

    static List<Segment> kept(List<Segment> pieces, List<Span> spans, TimeMap map) {
        List<Segment> kept = new ArrayList<>();
        for (Segment piece : pieces) {
            if (!Pieces.isInside(piece, spans)) {
                long start = map.at(piece.start().toMillis());
                long length = map.at(piece.end().toMillis()) - start;
                // A clip that was going out under one that is gone ends with it.
                Segment shown = length < piece.duration().toMillis()
                        ? Pieces.before(piece, piece.start().toMillis() + length)
                        : piece;
                kept.add(Timelines.moved(shown, start));
            }
        }
        return kept;
    }

    /** With what is chosen playing so many times as fast as recorded. */
    static Draft retimed(Draft draft, Selection chosen, double speed, List<Footage> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Piece> pieces = chosen.cut(Ids.of(draft));
        double[] exact = pieces.stream()
                .mapToDouble(piece -> piece.segment().duration().toMillis()
                        * (isPaced(piece) ? piece.segment().speed() / speed : 1))
                .toArray();
        long[] overlaps = Joins.overlaps(
                pieces.stream().map(Piece::segment).toList(),
                Arrays.stream(exact)
                        .mapToLong(length -> Math.max(1, (long) length))
                        .toArray());
        TimeMap map = new TimeMap();
        List<Segment> next = new ArrayList<>();
        double exactEnd = 0;
        long end = 0;
        long gapFrom = 0;
        for (int i = 0; i < exact.length; i++) {
            Segment piece = pieces.get(i).segment();
            long gap = piece.start().toMillis() - gapFrom;
            gapFrom = piece.end().toMillis();
            gap = gap < 0 ? -overlaps[i] : gap;
            // Rounded at the joins, not each piece by itself: a thousand short clips keep their common length.
            long start = end + gap;
            // What is too short to be seen is a millisecond, and not at the cost of the next.
            exactEnd = Math.max(start + 1, exactEnd + gap + exact[i]);
            end = Math.round(exactEnd);
            Segment changed = Timelines.resized(isPaced(pieces.get(i)) ? piece.withSpeed(speed) : piece, end - start);
            next.add(Timelines.moved(changed, start));
            map.knot(piece.start().toMillis(), start);
            map.knot(piece.end().toMillis(), end);
        }
        List<Span> spans = pieces.stream()
                .filter(Piece::chosen)
                .map(piece -> piece.seen(clips))
                .filter(span -> span.lengthMs() > 0)
                .toList();
        UnaryOperator<List<Segment>> sound =
                segments -> retimed(Pieces.cut(segments, spans, Ids.of(draft)), spans, speed, map);
        return rippled(draft, next, sound, map, media);
    }

    private static boolean isPaced(Piece piece) {
        return piece.chosen() && !piece.segment().frozen();
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

    /**
     * With a stretch of time put in where it begins: what follows moves, what lies over the moment gets longer. Within a
     * transition it comes between the two clips, and after all of the one that goes out there.
     */
    static Draft inserted(Draft draft, Segment segment, List<Footage> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        int coming = Joins.at(clips, segment.start().toMillis());
        long at = placeOf(clips, segment.start().toMillis());
        // From here on all is later: within a transition the clip that comes in, which begins before the other ends.
        long from = coming < 0 ? at : clips.get(coming).start().toMillis();
        long later = at + segment.duration().toMillis() - from;
        TimeMap map = new TimeMap();
        map.knot(Math.max(0, from - 1), Math.max(0, from - 1));
        map.knot(from, from + later);
        Ids ids = Ids.of(draft);
        String id = ids.next();
        List<Segment> video = new ArrayList<>();
        List<Segment> after = new ArrayList<>();
        for (Segment piece : coming < 0 ? Pieces.cutAt(clips, at, ids) : clips) {
            boolean follows = piece.start().toMillis() >= from;
            (follows ? after : video).add(follows ? later(piece, later) : piece);
        }
        video.add(Timelines.moved(segment.withId(id), at));
        video.addAll(after);
        UnaryOperator<List<Segment>> sound = segments -> Pieces.cutAt(segments, from, Ids.of(draft)).stream()
                .map(p -> p.start().toMillis() >= from ? later(p, later) : p)
                .toList();
        return rippled(draft, video, sound, map, media);
    }

    /** Where something that is put in at a moment begins. */
    static long placeOf(List<Segment> clips, long momentMs) {
        int coming = Joins.at(clips, momentMs);
        return coming < 0 ? momentMs : clips.get(coming - 1).end().toMillis();
    }

    private static Segment later(Segment segment, long ms) {
        return Timelines.moved(segment, segment.start().toMillis() + ms);
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
