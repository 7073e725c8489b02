package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.engine.agent.read.Phrase;
import java.time.Duration;
import java.util.ArrayList;
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
            throw EditRejected.of(
                    "That is not possible for the %s alone. Apply it to the video, or to a clip such as clip 1.",
                    "不能只对%s这样做。请对视频或某个片段（例如片段 1）使用。", layerName(layer.kind()));
        }
    }

    static Phrase layerName(Target.TrackKind kind) {
        return switch (kind) {
            case VIDEO -> Phrase.of("video", "视频");
            case MUSIC -> Phrase.of("music", "音乐");
            case TEXT -> Phrase.of("text", "文字");
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

    /** Refuses a range that is empty or not within something so long. */
    static void requireRange(long lengthMs, long start, long end, Target on) {
        if (start < 0 || end > lengthMs || start >= lengthMs) {
            throw EditRejected.of(
                    "The range %4$s to %5$s is past the end: %1$s is %2$s long. Choose times between 0:00 and %3$s.",
                    "没有 %4$s 到 %5$s 这一段：%1$s长 %2$s。请选择 0:00 到 %3$s 之间的时间。",
                    what(on),
                    Timelines.time(lengthMs),
                    Timelines.time(lengthMs),
                    Timelines.time(start),
                    Timelines.time(end));
        }
        if (start >= end) {
            throw EditRejected.of(
                    "The range from %s to %s is empty: %s is %s long, and a range must end after it begins.",
                    "从 %s 到 %s 的范围是空的：%s长 %s，结束时间必须晚于开始时间。",
                    Timelines.time(start),
                    Timelines.time(end),
                    what(on),
                    Timelines.time(lengthMs));
        }
    }

    /** Returns a target's name for the middle of a sentence. */
    public static Phrase what(Target on) {
        if (on instanceof Target.Clip clip) {
            return Phrase.of("clip %s", "片段 %s ", clip.number());
        }
        if (on instanceof Target.Scene scene) {
            return Phrase.of("scene %s", "场景 %s ", scene.number());
        }
        return on instanceof Target.Named named
                ? Phrase.of("\"%s\"", "“%s”", named.name())
                : Phrase.of("the timeline", "时间线");
    }

    public static Segment clip(Draft draft, int number) {
        List<Segment> clips = Timelines.video(draft).segments();
        if (number > clips.size()) {
            throw EditRejected.of(
                    clips.size() == 1
                            ? "There is no clip %s: the timeline has %s clip."
                            : "There is no clip %s: the timeline has %s clips.",
                    "没有片段 %s：时间线上共有 %s 个片段。",
                    number,
                    clips.size());
        }
        return clips.get(number - 1);
    }

    static List<Segment> named(Draft draft, String name) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Segment> found = matching(clips, name);
        if (found.isEmpty()) {
            throw EditRejected.of(
                    "There is no \"%s\" on the timeline. Files: %s.", "时间线上没有“%s”。现有：%s。", name, names(clips));
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
