package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Changes the speed of a selection; a frozen frame keeps its length. */
public final class Retiming {
    private final Draft draft;
    private final List<ClipPiece> pieces;
    private final ToDoubleFunction<Segment> speed;
    private final TimeMap map = new TimeMap();
    private final List<Segment> next = new ArrayList<>();

    /** @param speed how many times as fast as recorded a clip shall play */
    public Retiming(Draft draft, Selection chosen, ToDoubleFunction<Segment> speed) {
        this.draft = draft;
        this.pieces = chosen.cut(SegmentIds.of(draft));
        this.speed = speed;
        lay();
    }

    /** Returns the new length of the timeline, in ms. */
    long lengthMs() {
        return next.get(next.size() - 1).end().toMillis();
    }

    public Draft retimed(List<Asset> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<TimeRange> spans = pieces.stream()
                .filter(ClipPiece::chosen)
                .map(piece -> piece.seen(clips))
                .filter(span -> span.lengthMs() > 0)
                .toList();
        Draft retimed = Ripple.rippled(
                draft,
                next,
                sound -> sound(SegmentSplitter.cut(sound, spans, SegmentIds.of(draft)), spans),
                map,
                media);
        List<CaptionCarrier.Carry> carries = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            carries.add(CaptionCarrier.carry(pieces.get(i), clips, next.get(i), false));
        }
        return new CaptionCarrier(carries, SegmentIds.of(retimed)).carried(draft, retimed);
    }

    private void lay() {
        double[] lengths = pieces.stream().mapToDouble(this::length).toArray();
        long[] overlaps = Joins.overlaps(
                pieces.stream().map(ClipPiece::segment).toList(),
                Arrays.stream(lengths)
                        .mapToLong(length -> Math.max(1, (long) length))
                        .toArray());
        double exactEnd = 0;
        long end = 0;
        long gapFrom = 0;
        for (int i = 0; i < lengths.length; i++) {
            Segment piece = pieces.get(i).segment();
            long gap = piece.start().toMillis() - gapFrom;
            gapFrom = piece.end().toMillis();
            gap = gap < 0 ? -overlaps[i] : gap;
            // Rounded at the joins, not each piece by itself: a thousand short clips keep their common length.
            // What is too short to be seen takes a millisecond, and not at the cost of the next.
            long start = end + gap;
            exactEnd = Math.max((double) start + 1, exactEnd + gap + lengths[i]);
            end = Math.round(exactEnd);
            add(pieces.get(i), start, end);
        }
    }

    private double length(ClipPiece piece) {
        double length = piece.segment().duration().toMillis();
        return isPaced(piece) ? length * piece.segment().speed() / speed.applyAsDouble(piece.segment()) : length;
    }

    private void add(ClipPiece piece, long start, long end) {
        Segment segment = piece.segment();
        Segment paced = isPaced(piece) ? segment.withSpeed(speed.applyAsDouble(segment)) : segment;
        next.add(Timelines.moved(Timelines.resized(paced, end - start), start));
        map.knot(segment.start().toMillis(), start);
        map.knot(segment.end().toMillis(), end);
    }

    private static boolean isPaced(ClipPiece piece) {
        return piece.chosen() && !piece.segment().frozen();
    }

    private List<Segment> sound(List<Segment> segments, List<TimeRange> spans) {
        List<Segment> paced = new ArrayList<>();
        long end = 0;
        for (Segment piece : segments) {
            // What is too short to be heard takes a millisecond, and the next begins after it.
            long start = Math.max(end, map.at(piece.start().toMillis()));
            long length = Math.max(1, map.at(piece.end().toMillis()) - start);
            Segment changed =
                    SegmentSplitter.isInside(piece, spans) ? piece.withSpeed(speed.applyAsDouble(piece)) : piece;
            paced.add(Timelines.moved(Timelines.resized(changed, length), start));
            end = start + length;
        }
        return paced;
    }
}
