package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Split;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.Placement;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeMap;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits that add, remove, split or join clips. */
final class ClipEdits {
    /** The lowest speed: see Factor. */
    private static final double SLOWEST = 0.05;

    private ClipEdits() {}

    static Result split(Project project, Split edit) {
        Draft draft = project.draft();
        long at = moment(draft, edit.at());
        List<Segment> before = Timelines.video(draft).segments();
        List<Segment> after = SegmentSplitter.cutAt(before, at, SegmentIds.of(draft));
        if (after.equals(before)) {
            return Result.of(draft, "There is already a cut at %s.", "%s 处已经是片段的边界。", Timelines.time(at));
        }
        return Result.of(
                Timelines.withVideo(draft, after),
                "Split at %s; the timeline now has %s clips.%s",
                "已在 %s 处切开，时间线现在有 %s 个片段。%s",
                Timelines.time(at),
                after.size(),
                lost(before, at));
    }

    /**
     * Returns the note on a cut in the middle of a transition: which parts of both clips, shown only in it, are lost.
     */
    private static Phrase lost(List<Segment> clips, long at) {
        int coming = Joins.at(clips, at);
        if (coming < 0) {
            return Phrase.of("", "");
        }
        long end = clips.get(coming - 1).end().toMillis() - at;
        long start = at - clips.get(coming).start().toMillis();
        return Phrase.of(
                " The last %s of clip %s and the first %s of clip %s, visible only in the transition, are removed.",
                " 片段 %2$s 的最后 %1$s 和片段 %4$s 的最前 %3$s（仅在转场中可见）已移除。",
                Times.writeLength(Duration.ofMillis(end)),
                coming,
                Times.writeLength(Duration.ofMillis(start)),
                coming + 1);
    }

    /** A moment that is on the timeline. */
    static long moment(Draft draft, Moment moment) {
        long length = Timelines.lengthMs(draft);
        long at = moment.on(Duration.ofMillis(length)).toMillis();
        if (at < 0 || at > length) {
            throw EditRejected.of(
                    "%s is past the end: the timeline is %s long. Choose a time between 0:00 and %s.",
                    "没有 %s 这个时间：时间线长 %s。请选择 0:00 到 %s 之间的时间。",
                    Timelines.time(at),
                    Timelines.time(length),
                    Timelines.time(length));
        }
        return at;
    }

    static Result length(Project project, Length edit) {
        Draft draft = project.draft();
        long length = Timelines.lengthMs(draft);
        long wanted = edit.duration().toMillis();
        if (wanted > length) {
            throw tooShort(length, wanted);
        }
        if (wanted == length) {
            return Result.of(draft, "The timeline is already %s long.", "已经是 %s 长了。", Timelines.time(length));
        }
        Selection end = Selection.of(draft, Target.EVERYTHING, Moment.at(edit.duration()), Moment.END);
        Draft next = Ripple.removed(draft, end, project.media());
        return Result.of(next, "Cut the end; the timeline is now %s long.", "已剪去结尾，时间线现在长 %s。", Timelines.time(wanted));
    }

    /** Suggests slowing down, as far as that is possible. */
    private static EditRejected tooShort(long length, long wanted) {
        double factor = Math.floor(100.0 * length / wanted) / 100;
        return factor >= SLOWEST
                ? EditRejected.of(
                        "The timeline is only %s long. To make it longer, slow it down (set the speed to %sx) or repeat it.",
                        "时间线只有 %s 长。要更长，可以放慢（速度调到%s倍）或重复播放。",
                        Timelines.time(length),
                        String.format(Locale.ROOT, "%.2f", factor))
                : EditRejected.of(
                        "The timeline is only %s long. To make it longer, repeat it or append more footage.",
                        "时间线只有 %s 长。要更长，可以重复播放，或追加素材。", Timelines.time(length));
    }

    static Result append(Project project, Append edit) {
        Draft draft = project.draft();
        Asset file = AssetLibrary.visual(project, edit.file());
        Draft next = new Placement(file, project.media()).on(draft);
        return Result.of(
                next,
                "Appended \"%s\"; the timeline is now %s long.",
                "已把“%s”接到末尾，时间线现在长 %s。",
                file.name(),
                Timelines.time(Timelines.lengthMs(next)));
    }

    static Result insert(Project project, Insert edit) {
        Draft draft = project.draft();
        Asset file = AssetLibrary.visual(project, edit.file());
        long at = moment(draft, edit.at());
        Segment clip = Segment.ofMedia("", file.name(), file.hash(), Duration.ofMillis(at), Placement.length(file));
        Draft next = Ripple.inserted(draft, clip, project.media());
        return Result.of(
                next,
                "Inserted \"%s\" at %s; the timeline is now %s long.",
                "已在 %2$s 处插入“%1$s”，时间线现在长 %3$s。",
                file.name(),
                Timelines.time(Ripple.placeOf(Timelines.video(draft).segments(), at)),
                Timelines.time(Timelines.lengthMs(next)));
    }

    static Result transition(Project project, Transition edit) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        if (clips.size() < 2) {
            throw EditRejected.of(
                    "A transition needs two clips, and there is only one. Split it first, or fade in or out.",
                    "转场需要两个片段，现在只有一个。请先切开，或使用淡入淡出。");
        }
        int first = 1;
        int last = clips.size() - 1;
        if (edit.between() instanceof Joint.Between between) {
            Targets.clip(draft, between.second());
            first = between.first();
            last = between.first();
        }
        Blend blend = new Blend(edit.kind(), edit.duration());
        List<Segment> next = new ArrayList<>(clips);
        for (int i = first; i <= last; i++) {
            next.set(i, clips.get(i).withBlend(Optional.of(blend)));
        }
        for (int i = first - 1; i <= last; i++) {
            requireRoom(next, i, edit.duration());
        }
        List<Segment> laid = Joins.laid(next);
        if (laid.equals(clips)) {
            return Result.of(draft, "That transition is already set.", "已经是这样的转场了。");
        }
        Draft joined = joined(draft, clips, laid, project.media());
        return Result.of(
                joined,
                "Added a %s of %s between the clips; they overlap, and the timeline is now %s long.",
                "已添加转场（%s，%s）；片段相互重叠，时间线现在长 %s。",
                Transitions.kind(edit.kind()),
                Times.writeLength(edit.duration()),
                Timelines.time(Timelines.lengthMs(joined)));
    }

    /** Rejects a transition of more than half of the clip: with one at each end, the clip would never be seen alone. */
    private static void requireRoom(List<Segment> clips, int index, Duration duration) {
        Duration clip = clips.get(index).duration();
        if (clip.toMillis() < 2 * duration.toMillis()) {
            throw EditRejected.of(
                    "A transition of %s doesn't fit: clip %s is %s long, and at most half of a clip can overlap. Choose a shorter one.",
                    "没有足够的长度做 %s 的转场：片段 %s 只有 %s 长，最多重叠一半。请选择更短的时间。",
                    Times.writeLength(duration),
                    index + 1,
                    Timelines.time(clip.toMillis()));
        }
    }

    static Draft joined(Draft draft, List<Segment> before, List<Segment> after, List<Asset> media) {
        TimeMap map = new TimeMap();
        for (int i = 0; i < before.size(); i++) {
            map.knot(before.get(i).start().toMillis(), after.get(i).start().toMillis());
        }
        map.knot(
                before.get(before.size() - 1).end().toMillis(),
                after.get(after.size() - 1).end().toMillis());
        UnaryOperator<List<Segment>> sound = segments -> {
            List<Segment> pieces = new ArrayList<>();
            for (Segment piece : SegmentSplitter.cut(segments, starts(before), SegmentIds.of(draft))) {
                pieces.add(Timelines.moved(piece, map.at(piece.start().toMillis())));
            }
            return Joins.settled(pieces);
        };
        return Ripple.rippled(draft, after, sound, map, media);
    }

    private static List<TimeRange> starts(List<Segment> clips) {
        List<TimeRange> all = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            long end = i + 1 < clips.size() ? clips.get(i + 1).start().toMillis() : Long.MAX_VALUE;
            all.add(new TimeRange(clips.get(i).start().toMillis(), end));
        }
        return all;
    }
}
