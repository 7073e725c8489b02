package io.retake.core.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What differs between two timelines, as it is seen and heard. Segments are the same when they have the same id, else
 * when they are alike; tracks when they are the same among those of their kind. Immutable.
 *
 * @param segments what happened to segments, by track and by time
 * @param whole what happened to the picture, the sound and the data of the whole
 */
public record DraftDiff(List<SegmentChange> segments, List<WholeChange> whole) {

    /** Copies. */
    public DraftDiff {
        segments = List.copyOf(segments);
        whole = List.copyOf(whole);
    }

    /** What happened to one segment. */
    public sealed interface SegmentChange {
        /** The number of its track, from 1: in the later timeline, or in the earlier one for what is gone. */
        int track();

        /** It, as it is later, or as it was when it is gone. */
        Segment segment();
    }

    /** It was not there. */
    public record Added(int track, Segment segment) implements SegmentChange {}

    /** It is not there any more. */
    public record Removed(int track, Segment segment) implements SegmentChange {}

    /**
     * It is there in both.
     *
     * @param trackBefore the number of its track in the earlier timeline
     * @param before as it was
     * @param segment as it is
     * @param aspects in what they differ; not empty
     */
    public record Changed(int track, int trackBefore, Segment before, Segment segment, Set<Aspect> aspects)
            implements SegmentChange {
        /** Copies. */
        public Changed {
            aspects = Collections.unmodifiableSet(EnumSet.copyOf(aspects));
        }

        /** Whether it is the same, only earlier or later. */
        public boolean isMove() {
            return aspects.equals(EnumSet.of(Aspect.START));
        }

        /** By how much it begins later; negative when earlier. */
        public Duration shift() {
            return segment.start().minus(before.start());
        }
    }

    /** What can differ beside the segments. */
    public enum Whole {
        /** The name. */
        TITLE,
        /** Size, shape and how footage is fitted into it. */
        CANVAS,
        /** Frames a second. */
        FPS,
        /** What is done to the composed picture and sound. */
        EFFECTS,
        /** The length that it says it has. */
        DURATION,
        /** A track without segments, or the order or data of tracks; not that one came or went with its segments. */
        TRACKS,
        /** Something that this version does not know. */
        OTHER
    }

    /**
     * One of them, as it was and as it is.
     *
     * @param what which
     * @param before the earlier timeline
     * @param after the later one
     */
    public record WholeChange(Whole what, Draft before, Draft after) {}

    /** What it takes to make the later one of the earlier. */
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
        check(whole, Whole.OTHER, before, after, Json.same(UnknownFields.of(before), UnknownFields.of(after)));
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

    /** True when nothing differs that is seen, heard or kept. */
    public boolean isEmpty() {
        return segments.isEmpty() && whole.isEmpty();
    }
}
