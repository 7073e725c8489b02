package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places segments over the picture: each on the first track of its type with room for it, else on a new one. */
public final class OverlayLayers {
    private static final Track TEXT = Track.of(TrackType.TEXT, List.of());
    private static final Track CAPTIONS = Track.of(TrackType.TEXT, List.of()).asCaptions();
    private static final Track OVERLAY = Track.of(TrackType.VIDEO, List.of()).asOverlay();

    private OverlayLayers() {}

    public static Draft text(Draft draft, Segment segment) {
        return placed(draft, segment, TEXT);
    }

    public static Draft overlay(Draft draft, Segment segment) {
        return placed(draft, segment, OVERLAY);
    }

    /** Returns the overlays of a file. */
    public static List<Segment> named(Draft draft, Target on) {
        if (!(on instanceof Target.Named named)) {
            return List.of();
        }
        return Targets.matching(
                draft.tracks(TrackType.VIDEO).stream()
                        .filter(Track::overlay)
                        .flatMap(track -> track.segments().stream())
                        .toList(),
                named.name());
    }

    /** Puts all captions on a track of their own, in place of any others. */
    public static Draft captions(Draft draft, List<Segment> segments) {
        List<Track> tracks = new ArrayList<>(draft.tracks());
        tracks.removeIf(track -> track.is(TrackType.TEXT) && track.captions());
        if (!segments.isEmpty()) {
            tracks.add(CAPTIONS.withSegments(segments.stream()
                    .sorted(Comparator.comparing(Segment::start))
                    .toList()));
        }
        return draft.withTracks(tracks);
    }

    /** Places a segment on a track like the given one. */
    static Draft placed(Draft draft, Segment segment, Track like) {
        List<Track> tracks = new ArrayList<>(draft.tracks());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            boolean same = track.type().equals(like.type())
                    && track.overlay() == like.overlay()
                    && track.captions() == like.captions();
            if (same && track.segments().stream().noneMatch(s -> overlap(s, segment))) {
                List<Segment> segments = new ArrayList<>(track.segments());
                segments.add(segment);
                segments.sort(Comparator.comparing(Segment::start));
                tracks.set(i, track.withSegments(segments));
                return draft.withTracks(tracks);
            }
        }
        tracks.add(like.withSegments(List.of(segment)));
        return draft.withTracks(tracks);
    }

    private static boolean overlap(Segment a, Segment b) {
        return a.start().compareTo(b.end()) < 0 && b.start().compareTo(a.end()) < 0;
    }
}
