package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Times;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes the kind or the duration of transitions. */
final class ChangedTransitions {
    private final Project project;
    private final ChangeObject edit;

    ChangedTransitions(Project project, ChangeObject edit) {
        this.project = project;
        this.edit = edit;
    }

    Result changed(List<TimelineObject> transitions) {
        Project now = project;
        List<Phrase> said = new ArrayList<>();
        for (TimelineObject transition : transitions) {
            Blend was = transition.segment().blend().orElseThrow();
            Blend wanted = new Blend(edit.kind().orElse(was.kind()), duration(was));
            if (!wanted.equals(was)) {
                Joint between = new Joint.Between(transition.number(), transition.number() + 1);
                Result next = ClipEdits.transition(now, new Transition(wanted.kind(), wanted.duration(), between));
                now = project.amend(next.draft());
                said.add(Phrase.of(
                        "change.transition",
                        transition.name(),
                        Transitions.kind(wanted.kind()),
                        Times.writeLength(wanted.duration())));
            }
        }
        Draft draft = now.draft();
        return said.isEmpty()
                ? Result.of(project.draft(), "change.same")
                : new Result(
                        draft,
                        Phrase.sentences(said)
                                .and(Phrase.of("change.length-now", Timelines.time(Timelines.lengthMs(draft)))));
    }

    private Duration duration(Blend was) {
        Duration wanted = edit.duration().orElse(was.duration());
        double ms =
                wanted.toMillis() * edit.amount().map(amount -> amount.factor()).orElse(1.0);
        if (ms < 40 || ms > 10_000) {
            throw EditRejected.of("change.transition-duration", Times.writeLength(Duration.ofMillis(Math.round(ms))));
        }
        return Duration.ofMillis(Math.round(ms));
    }
}
