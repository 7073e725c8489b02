package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.engine.effect.ReverseEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns stretches of the timeline round: their clips in the opposite order, each read from its end. Clips that a
 * transition joined are joined by it still, and so is the stretch to what is before and after it. Captions go with their
 * picture; titles and overlays stay where they are.
 */
public final class Reversal {
    private final Draft draft;
    private final List<Segment> clips;
    private final List<ClipPiece> pieces;
    private final List<ReversedRun> stretches = new ArrayList<>();
    private final List<Segment> laid;

    public Reversal(Draft draft, Selection chosen) {
        this.draft = draft;
        this.clips = Timelines.video(draft).segments();
        this.pieces = chosen.cut(SegmentIds.of(draft));
        this.laid = Joins.laid(turned());
    }

    /**
     * A run of pieces that change places.
     *
     * @param first the first piece, counted from 0
     * @param end the piece after the last
     */
    private record ReversedRun(int first, int end) {}

    public Draft reversed(List<Asset> media) {
        TimeMap map = new TimeMap();
        List<Segment> was = pieces.stream().map(ClipPiece::segment).toList();
        for (int i = 0; i < was.size(); i++) {
            boolean moves = pieces.get(i).chosen() && i > 0 && isOneStretch(i - 1, i);
            if (!moves) {
                map.knot(was.get(i).start().toMillis(), laid.get(i).start().toMillis());
            }
        }
        int last = was.size() - 1;
        map.knot(was.get(last).end().toMillis(), laid.get(last).end().toMillis());
        Draft next = Ripple.rippled(draft, laid, segments -> sound(segments, map), map, media);
        return new CaptionCarrier(carries(), SegmentIds.of(next)).carried(draft, next);
    }

    private List<CaptionCarrier.Carry> carries() {
        List<CaptionCarrier.Carry> carries = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).chosen()) {
                carries.add(carry(i, i, false));
            }
        }
        for (ReversedRun stretch : stretches) {
            for (int i = stretch.first(); i < stretch.end(); i++) {
                carries.add(carry(i, stretch.first() + stretch.end() - 1 - i, true));
            }
        }
        return carries;
    }

    private CaptionCarrier.Carry carry(int from, int to, boolean turned) {
        return CaptionCarrier.carry(pieces.get(from), clips, laid.get(to), turned);
    }

    private List<Segment> turned() {
        List<Segment> order = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).chosen()) {
                order.add(pieces.get(i).segment());
                continue;
            }
            int end = i + 1;
            while (end < pieces.size() && isOneStretch(i, end)) {
                end++;
            }
            stretches.add(new ReversedRun(i, end));
            for (int from = end - 1; from >= i; from--) {
                // What joined a piece to the next one joins the next one to it.
                Segment joined = pieces.get(from == end - 1 ? i : from + 1).segment();
                order.add(turned(pieces.get(from).segment()).withBlend(joined.blend()));
            }
            i = end - 1;
        }
        return order;
    }

    private boolean isOneStretch(int a, int b) {
        return pieces.get(a).stretch() == pieces.get(b).stretch();
    }

    /** The sound that belongs to the picture, turned round where the picture is. */
    private List<Segment> sound(List<Segment> segments, TimeMap map) {
        List<TimeRange> seen = stretches.stream().map(this::seen).toList();
        List<Segment> next = new ArrayList<>();
        for (Segment piece : SegmentSplitter.cut(segments, seen, SegmentIds.of(draft))) {
            long start = piece.start().toMillis();
            int inside = -1;
            for (int i = 0; i < seen.size(); i++) {
                inside = seen.get(i).covers(start) ? i : inside;
            }
            next.add(inside < 0 ? Timelines.moved(piece, map.at(start)) : mirrored(piece, stretches.get(inside)));
        }
        next.sort(Comparator.comparing(Segment::start));
        return Joins.settled(next);
    }

    private Segment mirrored(Segment sound, ReversedRun stretch) {
        long end = pieces.get(stretch.end() - 1).segment().end().toMillis();
        long start = laid.get(stretch.first()).start().toMillis();
        return Timelines.moved(turned(sound), start + end - sound.end().toMillis());
    }

    private TimeRange seen(ReversedRun stretch) {
        return new TimeRange(
                pieces.get(stretch.first()).segment().start().toMillis(),
                pieces.get(stretch.end() - 1).seenUntil(clips));
    }

    /** Returns the segment read from its end to its beginning, its fades and zoom with it; or forwards again. */
    static Segment turned(Segment segment) {
        return segment.withEffects(ReverseEffect.turned(segment.effects()));
    }
}
