package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays clips closer together or further apart, as transitions between them come and go, or as they get shorter: sound in
 * place of their own is then cut off with them.
 */
public final class Joining {
    private final Draft draft;
    private final List<Segment> before;
    private final List<Segment> after;
    private final TimeMap map = new TimeMap();

    private Joining(Draft draft, List<Segment> before, List<Segment> after) {
        this.draft = draft;
        this.before = before;
        this.after = after;
        for (int i = 0; i < before.size(); i++) {
            map.knot(before.get(i).start().toMillis(), after.get(i).start().toMillis());
            map.keepPace(stretch(before, i), stretch(after, i));
        }
        int last = before.size() - 1;
        map.knot(before.get(last).end().toMillis(), after.get(last).end().toMillis());
    }

    /**
     * Returns the draft with other clips.
     *
     * @param before its own clips, or pieces of them
     * @param after one for each
     */
    public static Draft of(Draft draft, List<Segment> before, List<Segment> after, List<Asset> media) {
        return new Joining(draft, before, after).joined(media);
    }

    private Draft joined(List<Asset> media) {
        Draft next = Ripple.rippled(draft, after, this::sound, map, media);
        List<CaptionCarrier.Carry> carries = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            carries.add(CaptionCarrier.carry(new ClipPiece(before.get(i), i, -1), before, after.get(i), false));
        }
        return new CaptionCarrier(carries, SegmentIds.of(next)).carried(draft, next);
    }

    private List<Segment> sound(List<Segment> segments) {
        SegmentIds ids = SegmentIds.of(draft);
        List<Segment> pieces = new ArrayList<>();
        List<TimeRange> starts = starts();
        for (Segment piece : SegmentSplitter.cut(segments, starts, ids)) {
            Segment moved = Timelines.moved(piece, map.at(piece.start().toMillis()));
            int clip = SegmentSplitter.insideOf(piece, starts);
            boolean shorter = clip >= 0
                    && after.get(clip).duration().compareTo(before.get(clip).duration()) < 0;
            if (!shorter) {
                pieces.add(moved);
            } else if (moved.start().compareTo(after.get(clip).end()) < 0) {
                long end = after.get(clip).end().toMillis();
                pieces.add(SegmentSplitter.cutAt(List.of(moved), end, ids).get(0));
            }
        }
        return Joins.settled(pieces);
    }

    /** Returns the stretch of a clip up to the next one. */
    private static TimeRange stretch(List<Segment> clips, int clip) {
        Segment end = clips.get(Math.min(clip + 1, clips.size() - 1));
        long until =
                clip + 1 < clips.size() ? end.start().toMillis() : end.end().toMillis();
        return new TimeRange(clips.get(clip).start().toMillis(), until);
    }

    private List<TimeRange> starts() {
        List<TimeRange> all = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            long end = i + 1 < before.size() ? before.get(i + 1).start().toMillis() : Long.MAX_VALUE;
            all.add(new TimeRange(before.get(i).start().toMillis(), end));
        }
        return all;
    }
}
