package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.arrange.Freeze;
import io.retake.core.edit.arrange.Reverse;
import io.retake.core.edit.value.Times;
import io.retake.engine.effect.EffectList;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Reversal;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Edits that reverse or freeze footage. */
final class ReverseEdits {
    /** One frame at 25 fps, in ms: this long before its end, a medium still has a frame. */
    private static final long FRAME_MS = 40;

    private ReverseEdits() {}

    static Result reverse(Project project, Reverse edit) {
        Selection chosen =
                Selection.of(project.draft(), edit.on(), edit.range()).besideJoins();
        List<TimeRange> spans = chosen.spans();
        return Result.of(
                new Reversal(project.draft(), chosen).reversed(project.media()),
                "reverse.reversed",
                TimeRange.list(spans));
    }

    static Result freeze(Project project, Freeze edit) {
        Draft draft = project.draft();
        if (edit.hold().compareTo(Duration.ofHours(1)) > 0) {
            throw EditRejected.of("reverse.hold-too-long");
        }
        long at = ClipEdits.moment(draft, edit.at());
        requireOnePicture(draft, at);
        List<Segment> pieces = SegmentSplitter.cutAt(Timelines.video(draft).segments(), at, SegmentIds.of(draft));
        Segment held = pieces.stream()
                .filter(s -> s.start().toMillis() == at)
                .findFirst()
                .map(s -> held(s, true))
                .orElseGet(() -> held(pieces.get(pieces.size() - 1), false))
                .withStart(Duration.ofMillis(at))
                .withDuration(edit.hold());
        Draft next = Ripple.inserted(draft, held, project.media());
        return Result.of(
                next,
                "reverse.held",
                Timelines.time(at),
                Times.writeLength(edit.hold()),
                Timelines.time(Timelines.lengthMs(next)));
    }

    private static void requireOnePicture(Draft draft, long atMs) {
        List<Segment> clips = Timelines.video(draft).segments();
        int coming = Joins.at(clips, atMs);
        if (coming >= 0) {
            throw EditRejected.of(
                    "reverse.hold-in-transition",
                    Timelines.time(atMs),
                    coming,
                    coming + 1,
                    Timelines.time(clips.get(coming).start().toMillis()),
                    Timelines.time(clips.get(coming - 1).end().toMillis()));
        }
    }

    /** Returns a still of a clip's first or last frame. */
    private static Segment held(Segment clip, boolean first) {
        long played = SegmentSplitter.sourceMs(clip, clip.duration().toMillis());
        boolean mediaEnd = first == SegmentSplitter.isReversed(clip);
        long in = clip.in().toMillis() + (mediaEnd ? Math.max(0, played - FRAME_MS) : 0);
        return clip.withIn(Duration.ofMillis(in))
                .withBlend(Optional.empty())
                .withSpeed(1)
                .withFrozen(true)
                .withEffects(EffectList.held(clip.effects(), first));
    }
}
