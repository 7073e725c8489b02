package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries captions to where the picture under them goes. A caption within one clip goes with it as a whole; one over
 * several clips is divided among them, and its parts become one again where they meet.
 */
final class CaptionCarrier {
    private final List<Carry> carries;
    private final SegmentIds ids;
    private final Set<String> taken = new HashSet<>();

    CaptionCarrier(List<Carry> carries, SegmentIds ids) {
        this.carries = carries;
        this.ids = ids;
    }

    /**
     * A clip that goes somewhere.
     *
     * @param clip where it was
     * @param seen how much of that no later clip overlapped
     * @param to where it is now; no time at all when it is gone
     * @param turned whether it now runs the other way
     */
    record Carry(TimeRange clip, TimeRange seen, TimeRange to, boolean turned) {
        private TimeRange moved(TimeRange part) {
            long start = turned ? clip.endMs() - part.endMs() : part.startMs() - clip.startMs();
            return new TimeRange(to.startMs() + scaled(start), to.startMs() + scaled(start + part.lengthMs()));
        }

        private long scaled(long ms) {
            return clip.lengthMs() == to.lengthMs() ? ms : Math.round((double) ms * to.lengthMs() / clip.lengthMs());
        }
    }

    /** Returns the carry of a clip, or of a piece of one, that becomes another segment. */
    static Carry carry(ClipPiece piece, List<Segment> clips, Segment now, boolean turned) {
        return new Carry(TimeRange.of(piece.segment()), piece.seen(clips), TimeRange.of(now), turned);
    }

    static boolean isCaptions(Track track) {
        return track.is(TrackType.TEXT) && track.captions();
    }

    /** Returns the new timeline with the captions of the old one, carried. */
    Draft carried(Draft old, Draft next) {
        List<Segment> captions = old.tracks().stream()
                .filter(CaptionCarrier::isCaptions)
                .flatMap(track -> track.segments().stream())
                .toList();
        return captions.isEmpty() ? next : OverlayLayers.captions(next, carried(captions, Timelines.lengthMs(next)));
    }

    /** @param lengthMs the length of the picture, past which no caption goes */
    List<Segment> carried(List<Segment> captions, long lengthMs) {
        List<Segment> next = new ArrayList<>();
        for (Segment caption : captions) {
            for (TimeRange place : merged(places(TimeRange.of(caption)))) {
                long end = Math.min(place.endMs(), lengthMs);
                if (end > Math.max(0, place.startMs())) {
                    String id = taken.add(caption.id()) ? caption.id() : ids.next();
                    long start = Math.max(0, place.startMs());
                    next.add(Timelines.moved(caption, start)
                            .withDuration(Duration.ofMillis(end - start))
                            .withId(id));
                }
            }
        }
        return next;
    }

    private List<TimeRange> places(TimeRange caption) {
        Optional<TimeRange> carrier = carries.stream()
                .map(Carry::clip)
                .filter(clip -> caption.startMs() >= clip.startMs() && caption.endMs() <= clip.endMs())
                .max(Comparator.comparingLong(TimeRange::startMs));
        List<TimeRange> places = new ArrayList<>();
        for (Carry carry : carries) {
            if (carrier.isPresent()) {
                if (carrier.get().equals(carry.clip())) {
                    places.add(carry.moved(caption));
                }
                continue;
            }
            long start = Math.max(caption.startMs(), carry.seen().startMs());
            long end = Math.min(caption.endMs(), carry.seen().endMs());
            if (end > start) {
                places.add(carry.moved(new TimeRange(start, end)));
            }
        }
        return places;
    }

    private static List<TimeRange> merged(List<TimeRange> places) {
        List<TimeRange> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingLong(TimeRange::startMs));
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange place : sorted) {
            TimeRange last = merged.isEmpty() ? TimeRange.NONE : merged.get(merged.size() - 1);
            if (!merged.isEmpty() && last.endMs() == place.startMs()) {
                merged.set(merged.size() - 1, new TimeRange(last.startMs(), place.endMs()));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }
}
