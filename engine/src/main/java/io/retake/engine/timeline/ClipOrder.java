package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts clips in another order, some perhaps several times or not at all. Titles, overlays and replaced sound that lie
 * within one clip go where it goes; those that lie over several stay where they are. Captions always go with the picture.
 */
public final class ClipOrder {
    /** Beyond it a repeated timeline is a slip, and nothing could export it. */
    private static final int MOST_SEGMENTS = 20_000;

    private final Draft draft;
    private final SegmentIds ids;
    private final List<Move> moves = new ArrayList<>();

    private ClipOrder(Draft draft) {
        this.draft = draft;
        this.ids = SegmentIds.of(draft);
    }

    /**
     * A clip that moves.
     *
     * @param from where it was
     * @param seen how much of that no later clip overlapped
     * @param toMs where it begins now
     */
    private record Move(TimeRange from, TimeRange seen, long toMs) {}

    /** Returns the draft with its clips in this order. */
    public static Draft of(Draft draft, List<Segment> order, List<Asset> media) {
        if (order.size() > MOST_SEGMENTS) {
            throw EditRejected.of("timeline.too-many-clips", order.size(), MOST_SEGMENTS);
        }
        return new ClipOrder(draft).arranged(order, media);
    }

    private Draft arranged(List<Segment> order, List<Asset> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        IdentityHashMap<Segment, TimeRange> seen = new IdentityHashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            seen.put(clips.get(i), new ClipPiece(clips.get(i), i, -1).seen(clips));
        }
        List<Segment> laid = Joins.laid(TransitionJoints.kept(clips, order));
        for (int i = 0; i < laid.size(); i++) {
            Segment old = order.get(i);
            moves.add(new Move(
                    TimeRange.of(old),
                    seen.getOrDefault(old, TimeRange.NONE),
                    laid.get(i).start().toMillis()));
        }
        Set<String> taken = new HashSet<>();
        List<Segment> video = laid.stream()
                .map(s -> taken.add(s.id()) ? s : s.withId(ids.next()))
                .toList();
        Draft next = Timelines.withVideo(draft, video);
        next = Timelines.mapped(next, Track::sound, this::cut);
        long length = Timelines.lengthMs(next);
        List<Track> layers = next.tracks().stream().filter(ClipOrder::isLayer).toList();
        next = next.withTracks(next.tracks().stream().filter(t -> !isLayer(t)).toList());
        for (Track layer : layers) {
            if (CaptionCarrier.isCaptions(layer)) {
                next = OverlayLayers.captions(next, captions().carried(layer.segments(), length));
                continue;
            }
            for (Segment segment : carried(layer.segments(), length)) {
                next = OverlayLayers.placed(next, segment, layer);
            }
        }
        return Timelines.settled(next, media);
    }

    private CaptionCarrier captions() {
        return new CaptionCarrier(
                moves.stream()
                        .map(move -> new CaptionCarrier.Carry(
                                move.from(),
                                move.seen(),
                                new TimeRange(
                                        move.toMs(), move.toMs() + move.from().lengthMs()),
                                false))
                        .toList(),
                ids);
    }

    private static boolean isLayer(Track track) {
        return track.is(TrackType.TEXT) || track.overlay();
    }

    private List<Segment> carried(List<Segment> segments, long lengthMs) {
        List<Segment> next = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Segment segment : segments) {
            long start = segment.start().toMillis();
            long end = segment.end().toMillis();
            boolean within = false;
            boolean gone = true;
            Optional<TimeRange> carrier = carrier(start, end);
            for (Move move : moves) {
                gone &= end <= move.from().startMs() || start >= move.from().endMs();
                if (carrier.filter(move.from()::equals).isPresent()) {
                    within = true;
                    String id = taken.add(segment.id()) ? segment.id() : ids.next();
                    next.add(Timelines.moved(
                                    segment, move.toMs() + start - move.from().startMs())
                            .withId(id));
                }
            }
            if (!within && !gone && start < lengthMs) {
                next.add(segment.withDuration(Duration.ofMillis(Math.min(end, lengthMs) - start)));
            }
        }
        return next;
    }

    /** The clip that it lies within; where two overlap, the one that comes in. */
    private Optional<TimeRange> carrier(long startMs, long endMs) {
        return moves.stream()
                .map(Move::from)
                .filter(clip -> startMs >= clip.startMs() && endMs <= clip.endMs())
                .max(Comparator.comparingLong(TimeRange::startMs));
    }

    private List<Segment> cut(List<Segment> sound) {
        List<Segment> next = new ArrayList<>();
        for (Move move : moves) {
            List<TimeRange> span = List.of(move.seen());
            for (Segment piece : SegmentSplitter.cut(sound, span, ids)) {
                if (SegmentSplitter.isInside(piece, span)) {
                    long start =
                            move.toMs() + piece.start().toMillis() - move.from().startMs();
                    next.add(Timelines.moved(piece, start).withId(ids.next()));
                }
            }
        }
        next.sort(Comparator.comparing(Segment::start));
        return Joins.settled(next);
    }
}
