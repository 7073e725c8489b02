package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Fitting;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Retiming;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;

/** Edits that make the timeline shorter or longer. */
final class CutEdits {
    private CutEdits() {}

    static Result trim(Project project, Trim edit) {
        Draft draft = project.draft();
        Selection kept = Selection.of(draft, edit.on(), edit.range());
        Selection removed = Selection.of(draft, edit.on()).without(kept);
        if (removed.isEmpty()) {
            return Result.of(draft, "cut.whole-timeline");
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(next, "cut.kept", TimeRange.list(kept.spans()), length(next));
    }

    static Result remove(Project project, Remove edit) {
        Draft draft = project.draft();
        Selection removed = Selection.of(draft, edit.on(), edit.range());
        if (removed.isAll()) {
            throw EditRejected.of("cut.nothing-left", TimeRange.list(removed.spans()), length(draft));
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(next, "cut.removed", TimeRange.list(removed.spans()), length(next));
    }

    static Result speed(Project project, Speed edit) {
        Draft draft = project.draft();
        Selection chosen = Selection.of(draft, edit.on(), edit.range()).besideJoins();
        return edit.fit().isPresent()
                ? fitted(project, chosen, edit.fit().get())
                : paced(project, chosen, edit.factor().orElseThrow());
    }

    private static Result paced(Project project, Selection chosen, Factor wanted) {
        Draft draft = project.draft();
        double speed = wanted.value();
        String factor = Notations.FACTOR.write(wanted);
        boolean already = chosen.cut(SegmentIds.of(draft)).stream()
                .filter(ClipPiece::chosen)
                .allMatch(piece -> piece.segment().speed() == speed);
        if (already) {
            return Result.of(draft, "cut.speed-same", TimeRange.list(chosen.spans()), factor);
        }
        Draft next = new Retiming(draft, chosen, clip -> speed).retimed(project.media());
        return Result.of(next, "cut.speed-changed", TimeRange.list(chosen.spans()), factor, length(next));
    }

    private static Result fitted(Project project, Selection chosen, Duration length) {
        Draft draft = project.draft();
        Fitting fitting = new Fitting(draft, chosen, length.toMillis());
        String where = TimeRange.list(chosen.spans());
        String wanted = Times.writeLength(length);
        if (fitting.isSo()) {
            return Result.of(draft, "cut.fit-same", where, wanted);
        }
        double factor = fitting.factor();
        Draft next = new Retiming(draft, chosen, clip -> clip.speed() * factor).retimed(project.media());
        String times = Times.decimal(Math.round(factor * 1000) / 1000.0);
        return Result.of(next, "cut.fit", where, wanted, times, length(next));
    }

    private static String length(Draft draft) {
        return Timelines.time(Timelines.lengthMs(draft));
    }
}
