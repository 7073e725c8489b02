package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Swap;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Scenes;
import io.retake.engine.timeline.TimelineRules;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.util.List;

/** The steps that all timeline edits share: checks before and after, and numbering scenes on first use. */
final class TimelineEdits {
    private TimelineEdits() {}

    /** Applies a change; adds one step of history if the timeline changed, and none otherwise. */
    static <E extends Edit> Outcome changed(
            Project project, E edit, Measurements measurements, EditRule.Change<E> change) {
        Result result = isOfUnnumberedScenes(project, edit)
                ? afterFinding(project, edit, measurements, change)
                : change.apply(project, edit, measurements);
        if (result.isUnchangedFrom(project.draft())) {
            return new Outcome.Unchanged(project, result.phrase());
        }
        TimelineRules.requireKeptBy(result.draft());
        return new Outcome.Done(
                project.commit(UploadedClips.settled(project.draft(), result.draft())),
                result.phrase().and(Transitions.told(project.draft(), result.draft(), edit)));
    }

    /** Finds scenes first, for an edit that names a scene before any were numbered. */
    private static <E extends Edit> Result afterFinding(
            Project project, E edit, Measurements measurements, EditRule.Change<E> change) {
        Result found = new AnalysisEdits(project, measurements).scenes();
        Result result = change.apply(project.amend(found.draft()), edit, measurements);
        return new Result(result.draft(), Phrase.sentences(List.of(found.phrase(), result.phrase())));
    }

    /** Runs a diagnosis; the timeline stays unchanged, unless scenes get their numbers. */
    static Outcome diagnosed(Project project, Diagnose edit, Measurements measurements) {
        if (!isOfUnnumberedScenes(project, edit)) {
            return new AnalysisEdits(project, measurements).diagnose(edit);
        }
        Draft found = new AnalysisEdits(project, measurements).scenes().draft();
        Project numbered = project.commit(UploadedClips.settled(project.draft(), found));
        Outcome told = new AnalysisEdits(numbered, measurements).diagnose(edit);
        return new Outcome.Done(told.project(), told.phrase());
    }

    static void requireFootage(Project project) {
        if (Timelines.lengthMs(project.draft()) == 0) {
            throw empty(project);
        }
        TimelineRules.requireKept(project.draft());
    }

    private static EditRejected empty(Project project) {
        return project.media().stream()
                .filter(Asset::isVisual)
                .findFirst()
                .map(waiting -> EditRejected.of("timeline.empty-waiting", waiting.name()))
                .orElseGet(() -> EditRejected.of("timeline.empty"));
    }

    private static boolean isOfUnnumberedScenes(Project project, Edit edit) {
        return namesScenes(edit) && Scenes.last(Timelines.video(project.draft()).segments()) == 0;
    }

    private static boolean namesScenes(Edit edit) {
        boolean target = edit instanceof Targeted targeted && targeted.on() instanceof Target.Scene;
        return target
                || (edit instanceof Swap swap && swap.first() instanceof Target.Scene)
                || (edit instanceof Reorder reorder && isOfScenes(reorder.order()));
    }

    private static boolean isOfScenes(Order order) {
        return order instanceof Order.Scenes
                || (order instanceof Order.Moved moved && moved.piece() instanceof Target.Scene);
    }
}
