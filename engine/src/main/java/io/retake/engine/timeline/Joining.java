package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.List;

/** Lays the same clips closer together or further apart, as transitions between them come and go. */
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
        List<Segment> pieces = new ArrayList<>();
        for (Segment piece : SegmentSplitter.cut(segments, starts(), SegmentIds.of(draft))) {
            pieces.add(Timelines.moved(piece, map.at(piece.start().toMillis())));
        }
        return Joins.settled(pieces);
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
