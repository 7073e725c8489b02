package io.retake.engine.agent.offer;

import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.engine.edit.Applier;
import io.retake.engine.edit.Outcome;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tries edits on a copy of the project. Measures nothing, so it takes no time. */
public final class Rehearsal {
    /** Edits that measure media. Whether they succeed is known only once they have done so. */
    private static final Set<Class<? extends Edit>> MEASURED = Set.of(
            CutSilence.class,
            SmoothJumpCuts.class,
            Reorder.class,
            Captions.class,
            Upscale.class,
            Diagnose.class,
            FindScenes.class,
            AutoSyncAudio.class,
            SyncAudio.class);

    private Rehearsal() {}

    /** Returns whether all edits are possible one after the other, each as it was said, and change something. */
    static boolean succeeds(List<Edit> edits, Project project) {
        Project now = project;
        Draft said = project.draft();
        boolean changes = false;
        for (Edit edit : edits) {
            if (Ordering.isMoved(edit, said, now.draft())) {
                return false;
            }
            Outcome outcome = Applier.apply(now, edit);
            if (outcome instanceof Outcome.Refused) {
                // Without measurements some edits can't even be tried: one alone is offered all the same.
                boolean alone = edits.size() == 1 || (edits.size() == 2 && edits.get(0) instanceof Undo);
                return MEASURED.contains(edit.getClass()) && alone && hasFootage(project);
            }
            if (edit instanceof Undo) {
                said = outcome.project().draft(); // what is done again is said of the timeline before it
            }
            changes |= outcome instanceof Outcome.Done || MEASURED.contains(edit.getClass());
            now = outcome.project();
        }
        return changes;
    }

    /** Returns whether one of the edits is refused for another reason than that nothing is measured here. */
    static boolean isRefused(List<Edit> edits, Project project) {
        Project now = project;
        for (Edit edit : edits) {
            Outcome outcome = Applier.apply(now, edit);
            if (outcome instanceof Outcome.Refused) {
                return !MEASURED.contains(edit.getClass());
            }
            now = outcome.project();
        }
        return false;
    }

    /** Returns whether the timeline is the same without one of the edits: "make it 16:9 or 9:16" isn't both. */
    static boolean hasIdleEdit(List<Edit> edits, Project project) {
        Draft all = applied(edits, project);
        int first = edits.get(0) instanceof Undo ? 1 : 0;
        return edits.size() > 1
                && IntStream.range(first, edits.size()).anyMatch(i -> {
                    List<Edit> others = new ArrayList<>(edits);
                    others.remove(i);
                    return applied(others, project).equals(all);
                });
    }

    /** Returns whether two lists of edits leave the same timeline, as far as that is known without measurements. */
    public static boolean comeToTheSame(List<Edit> some, List<Edit> others, Project project) {
        boolean measured = some.stream().anyMatch(e -> MEASURED.contains(e.getClass()));
        return !measured && shown(applied(some, project)).equals(shown(applied(others, project)));
    }

    /** Ids are given in the order of the edits, and which clip its upload placed changes nothing that is seen. */
    private static Draft shown(Draft draft) {
        return draft.withTracks(draft.tracks().stream()
                .map(track -> track.withSegments(track.segments().stream()
                        .map(s -> s.withId("").withUploaded(false))
                        .toList()))
                .toList());
    }

    private static Draft applied(List<Edit> edits, Project project) {
        Project now = project;
        for (Edit edit : edits) {
            now = Applier.apply(now, edit).project();
        }
        return now.draft();
    }

    private static boolean hasFootage(Project project) {
        return Timelines.lengthMs(project.draft()) > 0;
    }
}
