package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Times;
import io.retake.engine.effect.EffectList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Queries and changes that every timeline edit needs. */
public final class Timelines {
    private Timelines() {}

    /** Returns the video track of the footage; an empty one when there is none yet. */
    public static Track video(Draft draft) {
        return draft.tracks(TrackType.VIDEO).stream()
                .filter(t -> !t.overlay())
                .findFirst()
                .orElseGet(() -> Track.of(TrackType.VIDEO, List.of()));
    }

    public static Draft withVideo(Draft draft, List<Segment> segments) {
        return draft.withTrack(
                t -> t.is(TrackType.VIDEO) && !t.overlay(), video(draft).withSegments(Joins.settled(segments)));
    }

    /** Returns whether there is music. */
    public static boolean hasMusic(Draft draft) {
        return draft.tracks(TrackType.AUDIO).stream()
                .anyMatch(t -> isMusic(t) && !t.segments().isEmpty());
    }

    public static boolean isMusic(Track track) {
        return track.is(TrackType.AUDIO) && !track.sound();
    }

    /** Returns the length of the picture in milliseconds. */
    public static long lengthMs(Draft draft) {
        return video(draft).end().toMillis();
    }

    public static String time(long ms) {
        return Times.write(Duration.ofMillis(ms));
    }

    /** Changes all matching tracks, and drops those left without a segment. */
    public static Draft mapped(Draft draft, Predicate<Track> which, UnaryOperator<List<Segment>> change) {
        if (draft.tracks().stream().noneMatch(which)) {
            return draft;
        }
        List<Track> tracks = new ArrayList<>();
        for (Track track : draft.tracks()) {
            if (!which.test(track)) {
                tracks.add(track);
                continue;
            }
            Track next = track.withSegments(change.apply(track.segments()));
            if (!next.segments().isEmpty() || track.segments().isEmpty()) {
                tracks.add(next);
            }
        }
        return draft.withTracks(tracks);
    }

    /**
     * Adapts the timeline to a new length of the picture: fits the music, and shortens fades to at most that length.
     */
    public static Draft settled(Draft draft, List<Asset> media) {
        long length = lengthMs(draft);
        Draft fitted = hasMusic(draft)
                ? mapped(draft, Timelines::isMusic, segments -> Soundtrack.fitted(segments, length, media))
                : draft;
        return fitted.withEffects(EffectList.within(fitted.effects(), Duration.ofMillis(length)));
    }

    /** Returns the segment at another length; limits its fades to that length. */
    static Segment resized(Segment segment, long durationMs) {
        if (segment.duration().toMillis() == durationMs) {
            return segment;
        }
        List<Effect> effects = segment.effects();
        Segment next = segment.withDuration(Duration.ofMillis(durationMs));
        return effects.isEmpty() ? next : next.withEffects(EffectList.within(effects, next.duration()));
    }

    public static Segment moved(Segment segment, long startMs) {
        return segment.start().toMillis() == startMs ? segment : segment.withStart(Duration.ofMillis(startMs));
    }
}
