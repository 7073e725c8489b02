package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.object.Move;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Place;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.MovedObjects;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Moves clips in their order, and titles, overlays and the music in time. */
final class MoveRule {
    private final Project project;
    private final Draft draft;
    private final Move edit;
    private final Target on;
    private final long length;

    private MoveRule(Project project, Move edit) {
        this.project = project;
        this.draft = project.draft();
        this.edit = edit;
        this.on = NamedObjects.of(draft, edit.on());
        this.length = Timelines.lengthMs(draft);
    }

    static Result move(Project project, Move edit) {
        return new MoveRule(project, edit).moved();
    }

    private Result moved() {
        if (on.equals(new Target.Layer(Target.TrackKind.MUSIC))) {
            return music();
        }
        List<TimelineObject> objects = TimelineObjects.named(draft, on);
        if (!objects.isEmpty() && objects.get(0).kind() != ObjectKind.TRANSITION) {
            return objects(objects);
        }
        boolean clips = on instanceof Target.Piece || on instanceof Target.Clips || on instanceof Target.Named;
        if (!clips) {
            throw EditRejected.of("move.not-for", Targets.what(on));
        }
        return clips();
    }

    private Result music() {
        if (!Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        long start = start(0);
        Draft next = ChangedMusic.begun(project, draft, start);
        return next.equals(draft)
                ? Result.of(draft, "move.same")
                : Result.of(next, "change.music-begins", Timelines.time(start));
    }

    /** Several keep the distances between them: the first goes there. */
    private Result objects(List<TimelineObject> objects) {
        long first = objects.stream()
                .mapToLong(object -> object.span().startMs())
                .min()
                .orElseThrow();
        long last = objects.stream()
                .mapToLong(object -> object.span().endMs())
                .max()
                .orElseThrow();
        long shift = start(last - first) - first;
        Draft next = draft;
        List<Phrase> said = new ArrayList<>();
        boolean shorter = false;
        for (TimelineObject object : objects) {
            long start = object.span().startMs() + shift;
            long end = Math.min(length, object.span().endMs() + shift);
            if (start < 0 || start >= length) {
                throw EditRejected.of("move.outside", object.name(), Timelines.time(start), Timelines.time(length));
            }
            shorter |= end - start < object.span().lengthMs();
            Segment moved = Timelines.moved(object.segment(), start).withDuration(Duration.ofMillis(end - start));
            if (!moved.equals(object.segment())) {
                next = MovedObjects.placed(next, object.segment(), moved);
                said.add(MovedObjects.told(next, object, moved));
            }
        }
        Phrase ends = shorter ? Phrase.of("change.ends-with-film") : Phrase.NOTHING;
        return said.isEmpty()
                ? Result.of(draft, "move.same")
                : new Result(next, Phrase.sentences(said).and(ends));
    }

    /** Returns where something that long begins in its new place. */
    private long start(long lasting) {
        if (edit.to() instanceof Place.At at) {
            return at.moment().equals(Moment.END)
                    ? length - lasting
                    : at.moment().on(Duration.ofMillis(length)).toMillis();
        }
        if (edit.to() instanceof Place.Beside beside) {
            TimeRange other = span(beside.other());
            return beside.after() ? other.endMs() : other.startMs() - lasting;
        }
        return edit.to() == Place.Edge.FIRST ? 0 : length - lasting;
    }

    /** Returns when another object, or a clip, is seen. */
    private TimeRange span(Target other) {
        Target resolved = NamedObjects.of(draft, Targets.resolved(draft, other));
        List<TimelineObject> objects = TimelineObjects.named(draft, resolved);
        List<TimeRange> spans = objects.isEmpty()
                ? Selection.of(draft, resolved).spans()
                : objects.stream().map(TimelineObject::span).toList();
        return new TimeRange(
                spans.stream().mapToLong(TimeRange::startMs).min().orElseThrow(),
                spans.stream().mapToLong(TimeRange::endMs).max().orElseThrow());
    }

    private Result clips() {
        List<Segment> all = Timelines.video(draft).segments();
        List<Segment> pieces = chosen(all, on);
        List<Segment> rest = new ArrayList<>(all);
        rest.removeIf(clip -> isOneOf(clip, pieces));
        if (rest.isEmpty()) {
            return Result.of(draft, "move.same");
        }
        int at = place(rest);
        rest.addAll(at, pieces);
        Result ordered = OrderEdits.ordered(project, rest, pieces);
        if (ordered.isUnchangedFrom(draft) || !(edit.to() instanceof Place.At)) {
            return ordered;
        }
        Segment first = Timelines.video(ordered.draft()).segments().get(at);
        return ordered.and(
                Phrase.of("move.between", Timelines.time(first.start().toMillis())));
    }

    private List<Segment> chosen(List<Segment> clips, Target target) {
        Selection selection = Selection.of(draft, target);
        List<Segment> chosen = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            if (selection.has(i)) {
                chosen.add(clips.get(i));
            }
        }
        return chosen;
    }

    @SuppressWarnings("ReferenceEquality") // the same footage twice is two clips
    private static boolean isOneOf(Segment clip, List<Segment> pieces) {
        return pieces.stream().anyMatch(piece -> piece == clip);
    }

    private int place(List<Segment> rest) {
        if (edit.to() instanceof Place.Beside beside) {
            return beside(rest, beside);
        }
        if (edit.to() instanceof Place.At at && !at.moment().equals(Moment.START)) {
            return at.moment().equals(Moment.END) ? rest.size() : nearest(rest, at.moment());
        }
        return edit.to() == Place.Edge.LAST ? rest.size() : 0;
    }

    private int beside(List<Segment> rest, Place.Beside beside) {
        Target resolved = Targets.resolved(draft, beside.other());
        boolean clip = resolved instanceof Target.Piece
                || resolved instanceof Target.Clips
                || resolved instanceof Target.Named;
        if (!clip) {
            throw EditRejected.of("move.clip-beside", Targets.what(resolved));
        }
        List<Segment> others = chosen(Timelines.video(draft).segments(), resolved);
        int place = -1;
        for (int i = 0; i < rest.size(); i++) {
            if (isOneOf(rest.get(i), others)) {
                place = beside.after() ? i + 1 : place < 0 ? i : place;
            }
        }
        if (place < 0) {
            throw EditRejected.of("move.itself");
        }
        return place;
    }

    /** Returns the cut that is nearest to a time, in the timeline without what moves. */
    private int nearest(List<Segment> rest, Moment moment) {
        long wanted = moment.on(Duration.ofMillis(length)).toMillis();
        if (wanted < 0 || wanted > length) {
            throw EditRejected.of(
                    "clip.past-end", Timelines.time(wanted), Timelines.time(length), Timelines.time(length));
        }
        long at = 0;
        int place = 0;
        long best = Long.MAX_VALUE;
        for (int i = 0; i <= rest.size(); i++) {
            if (Math.abs(at - wanted) < best) {
                best = Math.abs(at - wanted);
                place = i;
            }
            at += i < rest.size() ? rest.get(i).duration().toMillis() : 0;
        }
        return place;
    }
}
