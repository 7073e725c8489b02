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
            return Result.of(draft, "cut.whole-timeline");
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(next, "cut.kept", list(kept.spans()), length(next));
    }

    static Result remove(Project project, Remove edit) {
        Draft draft = project.draft();
        Selection removed = Selection.of(draft, edit.on(), edit.from(), edit.to());
        if (removed.isAll()) {
            throw EditRejected.of("cut.nothing-left", list(removed.spans()), length(draft));
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(next, "cut.removed", list(removed.spans()), length(next));
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
            return Result.of(draft, "cut.speed-same", list(chosen.spans()), factor);
        }
        Draft next = new Retiming(draft, chosen, speed).retimed(project.media());
        return Result.of(next, "cut.speed-changed", list(chosen.spans()), factor, length(next));
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
