package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Clips that only their upload placed on the timeline. An edit that names such a file moves its clip; once an edit has
 * changed, moved or named the clip, another such edit adds a second one.
 */
public final class UploadedClips {
    private UploadedClips() {}

    /** Returns the clip that an edit of this file moves: the last one uploaded of those that nothing has touched. */
    public static Optional<Segment> of(Draft draft, Asset file) {
        List<Segment> clips = Timelines.video(draft).segments();
        for (int i = clips.size() - 1; i >= 0; i--) {
            if (isOf(clips.get(i), file) && isUntouched(clips, i)) {
                return Optional.of(clips.get(i));
            }
        }
        return Optional.empty();
    }

    static boolean isOf(Segment clip, Asset file) {
        return clip.media().filter(file.hash()::equals).isPresent()
                && clip.title().filter(file.name()::equals).isPresent();
    }

    /** A clip that a transition joins to another has been edited, whichever of the two holds the transition. */
    private static boolean isUntouched(List<Segment> clips, int index) {
        boolean joined = clips.get(index).blend().isPresent()
                || (index + 1 < clips.size() && clips.get(index + 1).blend().isPresent());
        return clips.get(index).uploaded() && !joined;
    }

    /** Returns the numbers of the file's clips, counted from 1. */
    public static List<Integer> numbers(Draft draft, Asset file) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            if (isOf(clips.get(i), file)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    /**
     * Takes the file's untouched clip off the timeline, for an edit that uses the file in another way. Returns the same
     * draft when there is no such clip, when it is the only clip, or when a title or overlay lies on it.
     */
    public static Draft takenOff(Draft draft, Asset file, List<Asset> media) {
        return of(draft, file)
                .map(clip -> takenOff(draft, Set.of(clip.id()), media))
                .orElse(draft);
    }

    /** Takes all pictures that only their upload placed off the timeline, in the same cases. */
    static Draft withoutStills(Draft draft, List<Asset> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        Set<String> stills = new HashSet<>();
        for (int i = 0; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            boolean still = media.stream().anyMatch(f -> f.kind() == Asset.AssetKind.IMAGE && isOf(clip, f));
            if (still && isUntouched(clips, i)) {
                stills.add(clip.id());
            }
        }
        return takenOff(draft, stills, media);
    }

    private static Draft takenOff(Draft draft, Set<String> ids, List<Asset> media) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Segment> layers = draft.tracks().stream()
                .filter(track -> track.is(TrackType.TEXT) || track.overlay())
                .flatMap(track -> track.segments().stream())
                .toList();
        List<ClipPiece> pieces = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            boolean goes = ids.contains(clip.id()) && layers.stream().noneMatch(layer -> overlap(layer, clip));
            pieces.add(new ClipPiece(clip, i, goes ? i : -1));
        }
        boolean none = pieces.stream().noneMatch(ClipPiece::chosen);
        boolean all = pieces.stream().allMatch(ClipPiece::chosen);
        return none || all ? draft : new GapClosing(draft, pieces).closed(media);
    }

    private static boolean overlap(Segment a, Segment b) {
        return a.start().compareTo(b.end()) < 0 && b.start().compareTo(a.end()) < 0;
    }

    /** Marks these clips, by id, as placed by an edit. */
    public static Draft named(Draft draft, Set<String> ids) {
        return placed(draft, clip -> ids.contains(clip.id()));
    }

    private static Draft placed(Draft draft, Predicate<Segment> which) {
        List<Segment> clips = Timelines.video(draft).segments();
        if (clips.stream().noneMatch(clip -> clip.uploaded() && which.test(clip))) {
            return draft;
        }
        return Timelines.withVideo(
                draft,
                clips.stream()
                        .map(clip -> clip.uploaded() && which.test(clip) ? clip.withUploaded(false) : clip)
                        .toList());
    }

    /**
     * Marks the clips that an edit changed as placed by it. A clip that only starts at another time, or got the number
     * of its scene, is as it was; one that an edit copied or cut is not, and neither is its copy.
     */
    public static Draft settled(Draft before, Draft after) {
        List<Segment> clips = Timelines.video(after).segments();
        if (clips.stream().noneMatch(Segment::uploaded)) {
            return after;
        }
        Map<String, Segment> was = new HashMap<>();
        Timelines.video(before).segments().forEach(clip -> was.putIfAbsent(clip.id(), clip));
        Set<List<Object>> copied = clips.stream()
                .filter(clip -> clip.uploaded() && !was.containsKey(clip.id()))
                .map(UploadedClips::material)
                .collect(Collectors.toSet());
        return placed(after, clip -> copied.contains(material(clip)) || !isSame(was.get(clip.id()), clip));
    }

    private static List<Object> material(Segment clip) {
        return List.of(clip.media(), clip.title());
    }

    private static boolean isSame(@Nullable Segment was, Segment is) {
        return was != null && was.withStart(is.start()).withScene(0).equals(is.withScene(0));
    }

    /** Returns whether a track of the timeline plays this file; another file may have the same content. */
    public static boolean isUsed(Draft draft, Asset file) {
        return draft.tracks().stream()
                .map(Track::segments)
                .flatMap(List::stream)
                .anyMatch(segment -> segment.media().filter(file.hash()::equals).isPresent()
                        && segment.title()
                                .filter(title -> !title.equals(file.name()))
                                .isEmpty());
    }
}
