package io.retake.core.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The difference between two timelines in picture and sound. Matches segments by id, else by similarity, and tracks by
 * their position among those of their type. Immutable.
 *
 * @param segments the changes of segments, by track and time
 * @param whole the changes of the composed picture and sound, and of the timeline's data
 */
public record DraftDiff(List<SegmentChange> segments, List<WholeChange> whole) {

    /** Copies the lists. */
    public DraftDiff {
        segments = List.copyOf(segments);
        whole = List.copyOf(whole);
    }

    /** A change of one segment. */
    public sealed interface SegmentChange {
        /**
         * Returns the number of its track, from 1: in the later timeline, or in the earlier one for a removed segment.
         */
        int track();

        /** Returns the later segment, or the earlier one when it was removed. */
        Segment segment();
    }

    /** A segment only in the later timeline. */
    public record Added(int track, Segment segment) implements SegmentChange {}

    /** A segment only in the earlier timeline. */
    public record Removed(int track, Segment segment) implements SegmentChange {}

    /**
     * A segment in both timelines.
     *
     * @param trackBefore the number of its track in the earlier timeline
     * @param before the earlier segment
     * @param segment the later segment
     * @param aspects the differences; not empty
     */
    public record Changed(int track, int trackBefore, Segment before, Segment segment, Set<SegmentAspect> aspects)
            implements SegmentChange {
        /** Copies the aspects. */
        public Changed {
            aspects = Collections.unmodifiableSet(EnumSet.copyOf(aspects));
        }

        /** Returns whether the segment only starts at another time. */
        public boolean isMove() {
            return aspects.equals(EnumSet.of(SegmentAspect.START));
        }

        /** Returns how much later it starts; negative when earlier. */
        public Duration shift() {
            return segment.start().minus(before.start());
        }
    }

    /** A difference apart from the segments. */
    public enum Whole {
        /** The name. */
        TITLE,
        /** Size, shape and fit. */
        CANVAS,
        /** Frames per second. */
        FPS,
        /** The effects on the composed picture and sound. */
        EFFECTS,
        /** The declared duration. */
        DURATION,
        /** A track without segments, or the order or data of tracks; not a track added or removed with its segments. */
        TRACKS,
        /** Fields that this version does not model. */
        OTHER
    }

    /**
     * A change of the timeline as a whole.
     *
     * @param what the difference
     * @param before the earlier timeline
     * @param after the later one
     */
    public record WholeChange(Whole what, Draft before, Draft after) {}

    /** Compares two timelines. */
    public static DraftDiff between(Draft before, Draft after) {
        List<SegmentChange> segments = SegmentMatch.changes(before, after);
        List<WholeChange> whole = new ArrayList<>();
        check(whole, Whole.TITLE, before, after, before.title().equals(after.title()));
        check(whole, Whole.CANVAS, before, after, before.canvas().equals(after.canvas()));
        check(whole, Whole.FPS, before, after, before.fps().equals(after.fps()));
        check(whole, Whole.EFFECTS, before, after, before.effects().equals(after.effects()));
        check(whole, Whole.DURATION, before, after, before.duration().equals(after.duration()));
        check(
                whole,
                Whole.TRACKS,
                before,
                after,
                UnknownFields.ofTracks(before, gone(segments)).equals(UnknownFields.ofTracks(after, come(segments))));
        check(whole, Whole.OTHER, before, after, JsonTrees.same(UnknownFields.of(before), UnknownFields.of(after)));
        return new DraftDiff(segments, whole);
    }

    private static Set<Segment> gone(List<SegmentChange> changes) {
        return of(changes, Removed.class);
    }

    private static Set<Segment> come(List<SegmentChange> changes) {
        return of(changes, Added.class);
    }

    private static Set<Segment> of(List<SegmentChange> changes, Class<? extends SegmentChange> type) {
        Set<Segment> segments = Collections.newSetFromMap(new IdentityHashMap<>());
        changes.stream().filter(type::isInstance).map(SegmentChange::segment).forEach(segments::add);
        return segments;
    }

    private static void check(List<WholeChange> changes, Whole what, Draft before, Draft after, boolean same) {
        if (!same) {
            changes.add(new WholeChange(what, before, after));
        }
    }

    /** Returns whether the timelines have the same picture, sound and data. */
    public boolean isEmpty() {
        return segments.isEmpty() && whole.isEmpty();
    }
}
