package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Split;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joining;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Edits that shorten, split or join clips. */
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
            return Result.of(draft, "clip.already-split", Timelines.time(at));
        }
        return Result.of(
                Timelines.withVideo(draft, after), "clip.split", Timelines.time(at), after.size(), lost(before, at));
    }

    /**
     * Returns the note on a cut in the middle of a transition: which parts of both clips, shown only in it, are lost.
     */
    private static Phrase lost(List<Segment> clips, long at) {
        int coming = Joins.at(clips, at);
        if (coming < 0) {
            return Phrase.NOTHING;
        }
        long end = clips.get(coming - 1).end().toMillis() - at;
        long start = at - clips.get(coming).start().toMillis();
        return Phrase.of(
                "clip.transition-part-removed",
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
            throw EditRejected.of("clip.past-end", Timelines.time(at), Timelines.time(length), Timelines.time(length));
        }
        return at;
    }

    static Result length(Project project, Length edit) {
        Draft draft = project.draft();
        long length = Timelines.lengthMs(draft);
        Duration most = edit.duration().or(edit::atMost).orElseThrow();
        long wanted = most.toMillis();
        if (edit.atMost().isPresent() && wanted >= length) {
            return Result.of(draft, "clip.short-enough", Timelines.time(length), Timelines.time(wanted));
        }
        if (wanted > length) {
            throw tooShort(length, wanted);
        }
        if (wanted == length) {
            return Result.of(draft, "clip.length-same", Timelines.time(length));
        }
        Selection end = Selection.of(draft, Target.EVERYTHING, Ranges.of(Moment.at(most), Moment.END));
        Draft next = Ripple.removed(draft, end, project.media());
        return Result.of(next, "clip.shortened", Timelines.time(wanted));
    }

    /** Suggests slowing down, as far as that is possible. */
    private static EditRejected tooShort(long length, long wanted) {
        double factor = Math.floor(100.0 * length / wanted) / 100;
        return factor >= SLOWEST
                ? EditRejected.of(
                        "clip.too-short-slow-down", Timelines.time(length), String.format(Locale.ROOT, "%.2f", factor))
                : EditRejected.of("clip.too-short-repeat", Timelines.time(length));
    }

    static Result transition(Project project, Transition edit) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        if (clips.size() < 2) {
            throw EditRejected.of("clip.transition-alone");
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
            return Result.of(draft, "clip.transition-same");
        }
        Draft joined = Joining.of(draft, clips, laid, project.media());
        return Result.of(
                joined,
                "clip.transition-added",
                Transitions.kind(edit.kind()),
                Times.writeLength(edit.duration()),
                Timelines.time(Timelines.lengthMs(joined)));
    }

    /** Rejects a transition of more than half of the clip: with one at each end, the clip would never be seen alone. */
    private static void requireRoom(List<Segment> clips, int index, Duration duration) {
        Duration clip = clips.get(index).duration();
        if (clip.toMillis() < 2 * duration.toMillis()) {
            throw EditRejected.of(
                    "clip.transition-too-long",
                    Times.writeLength(duration),
                    index + 1,
                    Timelines.time(clip.toMillis()));
        }
    }
}
