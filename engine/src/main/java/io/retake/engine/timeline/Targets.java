package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.Target;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Resolves and names targets on this timeline. See {@link Selection} for the clips. */
public final class Targets {
    private static final int NAMED_IN_A_MESSAGE = 8;

    private Targets() {}

    /** Rejects targets that aren't pictures: music and titles. */
    static void requirePicture(Target on) {
        if (on instanceof Target.Layer layer && layer.kind() != Target.TrackKind.VIDEO) {
            throw EditRejected.of("target.not-alone", layerName(layer.kind()));
        }
    }

    static Phrase layerName(Target.TrackKind kind) {
        return switch (kind) {
            case VIDEO -> Phrase.of("target.video");
            case MUSIC -> Phrase.of("target.music");
            case TEXT -> Phrase.of("target.text");
        };
    }

    /** Resolves a range of the whole timeline. */
    public static TimeRange range(Draft draft, Moment from, Moment to) {
        Duration length = Duration.ofMillis(Timelines.lengthMs(draft));
        long start = from.on(length).toMillis();
        long end = to.on(length).toMillis();
        requireRange(length.toMillis(), start, end, Target.EVERYTHING);
        return new TimeRange(start, end);
    }

    /**
     * Resolves the ranges of a part of the timeline, in order; moments count from its start.
     *
     * @throws EditRejected if one is empty, not within the part or overlaps another, or if nothing is left
     */
    public static List<TimeRange> within(TimeRange whole, Ranges ranges, Target on) {
        List<TimeRange> named = ranges.list().stream()
                .map(range -> within(whole, range, on))
                .sorted(Comparator.comparingLong(TimeRange::startMs))
                .toList();
        for (int i = 1; i < named.size(); i++) {
            if (named.get(i).startMs() < named.get(i - 1).endMs()) {
                throw EditRejected.of("target.ranges-overlap", named.get(i - 1), named.get(i), what(on));
            }
        }
        List<TimeRange> chosen = ranges.isExcept() ? whole.without(named) : named;
        if (chosen.isEmpty()) {
            throw EditRejected.of("target.nothing-left", what(on), Timelines.time(whole.lengthMs()));
        }
        return chosen;
    }

    private static TimeRange within(TimeRange whole, Range range, Target on) {
        Duration length = Duration.ofMillis(whole.lengthMs());
        long start = range.from().on(length).toMillis();
        long end = range.to().on(length).toMillis();
        requireRange(whole.lengthMs(), start, end, on);
        return new TimeRange(whole.startMs() + start, whole.startMs() + end);
    }

    /** Refuses a range that is empty or not within something so long. */
    static void requireRange(long lengthMs, long start, long end, Target on) {
        if (start < 0 || end > lengthMs || start >= lengthMs) {
            throw EditRejected.of(
                    "target.past-end",
                    what(on),
                    Timelines.time(lengthMs),
                    Timelines.time(lengthMs),
                    Timelines.time(start),
                    Timelines.time(end));
        }
        if (start >= end) {
            throw EditRejected.of(
                    "target.empty-range",
                    Timelines.time(start),
                    Timelines.time(end),
                    what(on),
                    Timelines.time(lengthMs));
        }
    }

    /** Returns a target's name for the middle of a sentence. */
    public static Phrase what(Target on) {
        if (on instanceof Target.Clip clip) {
            return Phrase.of("target.clip", clip.number());
        }
        if (on instanceof Target.Scene scene) {
            return Phrase.of("target.scene", scene.number());
        }
        return on instanceof Target.Named named
                ? Phrase.of("target.named", named.name())
                : Phrase.of("target.timeline");
    }

    public static Segment clip(Draft draft, int number) {
        List<Segment> clips = Timelines.video(draft).segments();
        if (number > clips.size()) {
            throw EditRejected.of(
                    clips.size() == 1 ? "target.only-one-clip" : "target.no-such-clip", number, clips.size());
        }
        return clips.get(number - 1);
    }

    static List<Segment> named(Draft draft, String name) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Segment> found = matching(clips, name);
        if (found.isEmpty()) {
            throw EditRejected.of("target.no-such-file", name, names(clips));
        }
        return found;
    }

    /**
     * Returns the segments that a user means by a name: exact match first, then ignoring case, then without the
     * extension.
     */
    public static List<Segment> matching(List<Segment> segments, String name) {
        List<Predicate<String>> ways = List.of(
                name::equals, name::equalsIgnoreCase, title -> Asset.stem(title).equalsIgnoreCase(name));
        for (Predicate<String> way : ways) {
            List<Segment> found = segments.stream()
                    .filter(s -> s.title().filter(way).isPresent())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static String names(List<Segment> clips) {
        List<String> names = new ArrayList<>(
                clips.stream().flatMap(s -> s.title().stream()).distinct().toList());
        int more = names.size() - NAMED_IN_A_MESSAGE;
        String list = names.stream().limit(NAMED_IN_A_MESSAGE).collect(Collectors.joining(", "));
        return more > 0 ? String.format(Locale.ROOT, "%s … (+%d)", list, more) : list;
    }
}
