package io.retake.engine.timeline;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes clips, or parts of them, out of a timeline and closes it up. Clips that lose nothing are seen as long as they
 * are, also where one that is gone came in over them.
 */
final class GapClosing {
    private final Draft draft;
    private final List<Segment> clips;
    private final List<ClipPiece> pieces;
    private final List<Segment> laid;

    /** @param pieces all of the video track, what goes chosen */
    GapClosing(Draft draft, List<ClipPiece> pieces) {
        this.draft = draft;
        this.clips = Timelines.video(draft).segments();
        this.pieces = pieces;
        this.laid = Joins.laid(kept());
    }

    Draft closed(List<Asset> media) {
        TimeMap map = map();
        List<TimeRange> gone = pieces.stream()
                .filter(ClipPiece::chosen)
                .map(piece -> piece.seen(clips))
                .filter(span -> span.lengthMs() > 0)
                .toList();
        UnaryOperator<List<Segment>> sound =
                segments -> Ripple.kept(SegmentSplitter.cut(segments, gone, SegmentIds.of(draft)), gone, map);
        Draft closed = Ripple.rippled(draft, laid, sound, map, media);
        return new CaptionCarrier(carries(), SegmentIds.of(closed)).carried(draft, closed);
    }

    private List<CaptionCarrier.Carry> carries() {
        List<CaptionCarrier.Carry> carries = new ArrayList<>();
        int next = 0;
        for (ClipPiece piece : pieces) {
            TimeRange to = piece.chosen() ? TimeRange.NONE : TimeRange.of(laid.get(next++));
            carries.add(new CaptionCarrier.Carry(TimeRange.of(piece.segment()), piece.seen(clips), to, false));
        }
        return carries;
    }

    /** Returns the pieces that stay, each joined to the one before as its clip was to the same clip. */
    private List<Segment> kept() {
        List<Segment> kept = new ArrayList<>();
        int before = -1;
        for (ClipPiece piece : pieces) {
            if (!piece.chosen()) {
                Optional<Blend> blend =
                        piece.clip() == before + 1 ? clips.get(piece.clip()).blend() : Optional.empty();
                kept.add(piece.segment().withBlend(blend));
                before = piece.clip();
            }
        }
        return kept;
    }

    /**
     * Maps old times to new ones: a piece that stays moves as a whole; anything over a removed piece has no new time.
     */
    private TimeMap map() {
        TimeMap map = new TimeMap();
        long total = laid.get(laid.size() - 1).end().toMillis();
        int next = 0;
        for (ClipPiece piece : pieces) {
            TimeRange was = piece.seen(clips);
            long start = next < laid.size() ? laid.get(next).start().toMillis() : total;
            if (!piece.chosen()) {
                next++;
            }
            if (was.lengthMs() == 0) {
                continue;
            }
            map.knot(was.startMs(), start);
            if (!piece.chosen()) {
                long until = next < laid.size() ? laid.get(next).start().toMillis() : total;
                keepPace(map, was, new TimeRange(start, until));
            }
        }
        map.knot(Timelines.lengthMs(draft), total);
        return map;
    }

    private static void keepPace(TimeMap map, TimeRange was, TimeRange is) {
        if (is.lengthMs() < was.lengthMs()) {
            map.knot(was.startMs() + is.lengthMs(), is.endMs());
        } else if (is.lengthMs() > was.lengthMs() && was.lengthMs() > 1) {
            map.knot(was.endMs() - 1, is.startMs() + was.lengthMs() - 1);
        }
    }
}
