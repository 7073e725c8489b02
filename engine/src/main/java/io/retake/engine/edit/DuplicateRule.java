package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.object.Duplicate;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.MovedObjects;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.ClipOrder;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Copies clips, titles and overlays: each copy comes right after what it is of. */
final class DuplicateRule {
    private DuplicateRule() {}

    static Result duplicate(Project project, Duplicate edit) {
        Draft draft = project.draft();
        Target on = NamedObjects.of(draft, edit.on());
        List<TimelineObject> objects = TimelineObjects.named(draft, on);
        if (!objects.isEmpty() && objects.get(0).kind() != ObjectKind.TRANSITION) {
            return objects(draft, objects);
        }
        boolean clips = on instanceof Target.Piece || on instanceof Target.Clips || on instanceof Target.Named;
        if (!clips) {
            throw on instanceof Target.Everything
                    ? EditRejected.of("duplicate.everything")
                    : EditRejected.of("duplicate.not-for", Targets.what(on));
        }
        return clips(project, on);
    }

    private static Result clips(Project project, Target on) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        Selection chosen = Selection.of(draft, on);
        List<Segment> order = new ArrayList<>();
        List<Segment> copies = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            order.add(clips.get(i));
            if (chosen.has(i)) {
                copies.add(clips.get(i));
            }
            // A scene in several pieces is copied whole.
            boolean goesOn = i + 1 < clips.size() && chosen.has(i + 1) && on instanceof Target.Scene;
            if (!goesOn) {
                order.addAll(copies);
                copies.clear();
            }
        }
        Draft next = ClipOrder.of(draft, order, project.media());
        return Result.of(next, "duplicate.clips", Targets.what(on), Timelines.time(Timelines.lengthMs(next)));
    }

    private static Result objects(Draft draft, List<TimelineObject> objects) {
        long length = Timelines.lengthMs(draft);
        Draft next = draft;
        List<Phrase> said = new ArrayList<>();
        for (TimelineObject object : objects) {
            long start = object.span().endMs();
            if (start >= length) {
                throw EditRejected.of("duplicate.no-room", object.name(), Timelines.time(length));
            }
            long end = Math.min(length, start + object.span().lengthMs());
            Segment copy = Timelines.moved(object.segment(), start)
                    .withDuration(Duration.ofMillis(end - start))
                    .withId(SegmentIds.of(next).next());
            next = MovedObjects.added(next, copy);
            said.add(Phrase.of(
                    "duplicate.object",
                    object.name(),
                    Timelines.time(start),
                    Timelines.time(end),
                    end - start < object.span().lengthMs() ? Phrase.of("change.ends-with-film") : Phrase.NOTHING));
        }
        return new Result(next, Phrase.sentences(said));
    }
}
