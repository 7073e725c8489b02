package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Retiming;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.util.List;

/** Edits that make the timeline shorter or longer. */
final class CutEdits {
    private CutEdits() {}

    static Result trim(Project project, Trim edit) {
        Draft draft = project.draft();
        Selection kept = Selection.of(draft, edit.on(), edit.from(), edit.to());
        Selection removed = Selection.of(draft, edit.on()).without(kept);
        if (removed.isEmpty()) {
            return Result.of(draft, "That is the whole timeline; nothing to cut.", "全部内容都在这个范围内，无需裁剪。");
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(
                next, "Kept %s; the timeline is now %s long.", "保留了 %s，时间线现在长 %s。", list(kept.spans()), length(next));
    }

    static Result remove(Project project, Remove edit) {
        Draft draft = project.draft();
        Selection removed = Selection.of(draft, edit.on(), edit.from(), edit.to());
        if (removed.isAll()) {
            throw EditRejected.of(
                    "Removing %s would leave nothing: the timeline is %s long. Keep at least part of it.",
                    "删除 %s 后什么都不剩了：时间线长 %s。请至少保留一部分。", list(removed.spans()), length(draft));
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(
                next,
                "Removed %s; the timeline is now %s long.",
                "删除了 %s，时间线现在长 %s。",
                list(removed.spans()),
                length(next));
    }

    static Result speed(Project project, Speed edit) {
        Draft draft = project.draft();
        Selection chosen =
                Selection.of(draft, edit.on(), edit.from(), edit.to()).besideJoins();
        double speed = edit.factor().value();
        String factor = Notations.FACTOR.write(edit.factor());
        boolean already = chosen.cut(SegmentIds.of(draft)).stream()
                .filter(ClipPiece::chosen)
                .allMatch(piece -> piece.segment().speed() == speed);
        if (already) {
            return Result.of(draft, "%s already plays at %s.", "%s 的速度已经是 %s。", list(chosen.spans()), factor);
        }
        Draft next = new Retiming(draft, chosen, speed).retimed(project.media());
        return Result.of(
                next,
                "%s plays at %s of its recorded speed; the timeline is now %s long.",
                "%s 以原速的 %s 播放，时间线现在长 %s。",
                list(chosen.spans()),
                factor,
                length(next));
    }

    private static String length(Draft draft) {
        return Timelines.time(Timelines.lengthMs(draft));
    }

    private static String list(List<TimeRange> spans) {
        String first = String.join(
                ", ", spans.stream().limit(3).map(TimeRange::toString).toList());
        return spans.size() > 3 ? first + " … (" + spans.size() + ")" : first;
    }
}
