package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Shift;
import io.retake.engine.edit.target.MovedObjects;
import io.retake.engine.effect.OpacityEffect;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes titles, lower thirds, overlays and captions. */
final class ChangedObjects {
    private final Draft draft;
    private final ChangeObject edit;
    private final List<TimelineObject> objects;
    private final long length;

    ChangedObjects(Draft draft, ChangeObject edit, List<TimelineObject> objects) {
        this.draft = draft;
        this.edit = edit;
        this.objects = objects;
        this.length = Timelines.lengthMs(draft);
    }

    Result changed() {
        TitleEdits.requireLength(edit.text().orElse("") + edit.role().orElse(""));
        Draft next = draft;
        List<Phrase> said = new ArrayList<>();
        for (TimelineObject object : objects) {
            Segment changed = changed(object);
            if (!changed.equals(object.segment())) {
                next = MovedObjects.placed(next, object.segment(), changed);
                said.add(MovedObjects.told(next, object, changed));
            }
        }
        return said.isEmpty()
                ? Result.of(draft, "change.same")
                : new Result(next, Phrase.sentences(said).and(shortened(next)));
    }

    private Phrase shortened(Draft next) {
        boolean late = edit.shift().isPresent()
                && next.end().toMillis() >= length
                && objects.stream().anyMatch(object -> object.segment().end().toMillis() + shiftMs() > length);
        return late ? Phrase.of("change.ends-with-film") : Phrase.NOTHING;
    }

    private Segment changed(TimelineObject object) {
        Segment segment = object.segment();
        if (edit.text().isPresent()) {
            segment = segment.withText(edit.text().get());
        }
        if (edit.role().isPresent()) {
            segment = segment.withSubline(edit.role().get());
        }
        if (edit.style().isPresent()) {
            segment = segment.withStyle(edit.style().get());
        }
        if (edit.position().isPresent()) {
            segment = segment.withPosition(edit.position().get());
        }
        if (edit.opacity().isPresent()) {
            segment = segment.withEffects(
                    OpacityEffect.set(segment.effects(), edit.opacity().get()));
        }
        return timed(object, sized(object, segment));
    }

    private Segment sized(TimelineObject object, Segment segment) {
        if (object.kind() != ObjectKind.OVERLAY
                || (edit.size().isEmpty() && edit.amount().isEmpty())) {
            return segment;
        }
        double width =
                edit.size().map(Share::percent).orElse(segment.widthPercent().orElse(25.0));
        double wanted = width * edit.amount().map(amount -> amount.factor()).orElse(1.0);
        if (wanted < 1 || wanted > 100) {
            throw EditRejected.of("change.width", String.format(Locale.ROOT, "%.1f", wanted));
        }
        return segment.withPlace(segment.position(), wanted);
    }

    private Segment timed(TimelineObject object, Segment segment) {
        Duration film = Duration.ofMillis(length);
        long start = edit.from()
                        .map(from -> from.on(film).toMillis())
                        .orElse(object.span().startMs())
                + shiftMs();
        long end =
                edit.to().map(to -> to.on(film).toMillis()).orElse(object.span().endMs()) + shiftMs();
        if (start == object.span().startMs() && end == object.span().endMs()) {
            return segment;
        }
        if (start < 0
                || start >= length
                || start >= end
                || (end > length && edit.shift().isEmpty())) {
            throw EditRejected.of(
                    "change.times",
                    object.name(),
                    Timelines.time(start),
                    Timelines.time(end),
                    Timelines.time(length),
                    object.span());
        }
        return Timelines.moved(segment, start).withDuration(Duration.ofMillis(Math.min(end, length) - start));
    }

    private long shiftMs() {
        return edit.shift().map(Shift::later).orElse(Duration.ZERO).toMillis();
    }

    /** Changes all captions; those that a shift moves off the film are dropped, and counted in the answer. */
    static Result captions(Draft draft, ChangeObject edit) {
        List<Segment> cues = draft.tracks(TrackType.TEXT).stream()
                .filter(Track::captions)
                .flatMap(track -> track.segments().stream())
                .toList();
        if (cues.isEmpty()) {
            throw EditRejected.of("object.no-captions");
        }
        long length = Timelines.lengthMs(draft);
        List<Segment> next = new ArrayList<>();
        for (Segment cue : cues) {
            long shift = edit.shift().map(Shift::later).orElse(Duration.ZERO).toMillis();
            long start = Math.max(0, cue.start().toMillis() + shift);
            long end = Math.min(length, cue.end().toMillis() + shift);
            if (start < end) {
                Segment moved = Timelines.moved(cue, start).withDuration(Duration.ofMillis(end - start));
                Segment placed = edit.position().map(moved::withPosition).orElse(moved);
                next.add(edit.style().map(placed::withStyle).orElse(placed));
            }
        }
        if (next.isEmpty()) {
            throw EditRejected.of("change.captions-gone", cues.size());
        }
        int gone = cues.size() - next.size();
        Draft changed = OverlayLayers.captions(draft, next);
        return changed.equals(draft)
                ? Result.of(draft, "change.same")
                : Result.of(
                        changed,
                        "change.captions",
                        next.size(),
                        gone == 0 ? Phrase.NOTHING : Phrase.of("change.captions-dropped", gone));
    }
}
