package io.retake.core.draft;

import io.retake.core.draft.DraftDiff.Added;
import io.retake.core.draft.DraftDiff.Changed;
import io.retake.core.draft.DraftDiff.Removed;
import io.retake.core.draft.DraftDiff.SegmentChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Matches the segments of two timelines: by id first, then, since authors of drafts may give none or new ones, by
 * equality, then by the same part of the same media, then by the same media or text.
 */
final class SegmentMatch {
    /** A segment on its track, compared by identity. */
    private static final class PlacedSegment {
        private final int track;
        private final String kind;
        private final Segment segment;

        /**
         * Creates one.
         *
         * @param track the number of its track, from 1
         * @param kind the track's type and its number among those
         */
        PlacedSegment(int track, String kind, Segment segment) {
            this.track = track;
            this.kind = kind;
            this.segment = segment;
        }
    }

    private record Key(String kind, Object content) {}

    private final List<PlacedSegment> before;
    private final List<PlacedSegment> after;
    private final Map<PlacedSegment, PlacedSegment> was = new HashMap<>();

    private SegmentMatch(Draft before, Draft after) {
        this.before = places(before);
        this.after = places(after);
    }

    static List<SegmentChange> changes(Draft before, Draft after) {
        SegmentMatch match = new SegmentMatch(before, after);
        match.pair(place -> unique(place).map(id -> new Key("", id)));
        match.pair(place -> Optional.of(new Key(place.kind, place.segment)));
        match.pair(place -> Optional.of(new Key(place.kind, extract(place.segment))));
        match.pair(place -> Optional.of(new Key(place.kind, content(place.segment))));
        return match.result();
    }

    private static Optional<String> unique(PlacedSegment place) {
        return Optional.of(place.segment.id()).filter(id -> !id.isEmpty());
    }

    private static Object content(Segment segment) {
        return List.of(segment.media(), segment.text(), segment.title());
    }

    private static Object extract(Segment segment) {
        return List.of(content(segment), segment.in(), segment.duration(), segment.speed());
    }

    /** Pairs the remaining segments by a key, first with first: equal ones keep their order. */
    private void pair(Function<PlacedSegment, Optional<Key>> key) {
        Map<Key, Deque<PlacedSegment>> free = new HashMap<>();
        Set<PlacedSegment> taken = new HashSet<>(was.values());
        for (PlacedSegment place : before) {
            if (!taken.contains(place)) {
                key.apply(place)
                        .ifPresent(k -> free.computeIfAbsent(k, ignored -> new ArrayDeque<>())
                                .add(place));
            }
        }
        for (PlacedSegment place : after) {
            if (!was.containsKey(place)) {
                PlacedSegment found =
                        key.apply(place).map(free::get).map(Deque::poll).orElse(null);
                if (found != null) {
                    was.put(place, found);
                }
            }
        }
    }

    private List<SegmentChange> result() {
        List<SegmentChange> changes = new ArrayList<>();
        Set<PlacedSegment> kept = new HashSet<>(was.values());
        before.stream()
                .filter(place -> !kept.contains(place))
                .forEach(place -> changes.add(new Removed(place.track, place.segment)));
        for (PlacedSegment place : after) {
            PlacedSegment old = was.get(place);
            if (old == null) {
                changes.add(new Added(place.track, place.segment));
            } else {
                changed(old, place).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparingInt(SegmentChange::track)
                .thenComparing(change -> change.segment().start()));
        return changes;
    }

    private static Optional<SegmentChange> changed(PlacedSegment old, PlacedSegment now) {
        Set<SegmentAspect> aspects = Aspects.between(old.segment, now.segment);
        if (!old.kind.equals(now.kind)) {
            aspects.add(SegmentAspect.TRACK);
        }
        return aspects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(now.track, old.track, old.segment, now.segment, aspects));
    }

    /** Returns every segment with its track; two tracks of music are distinct. */
    private static List<PlacedSegment> places(Draft draft) {
        List<PlacedSegment> places = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < draft.tracks().size(); i++) {
            Track track = draft.tracks().get(i);
            String type = track.type().map(Objects::toString).orElse("?") + track.overlay() + track.sound();
            String kind = type + seen.merge(type, 1, Integer::sum);
            for (Segment segment : track.segments()) {
                places.add(new PlacedSegment(i + 1, kind, segment));
            }
        }
        return places;
    }
}
