package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.edit.target.TargetResolution;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joining;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes objects off the timeline, whole or within a range; of the footage, {@link CutEdits#remove} cuts. */
final class RemovalRule {
    private final Project project;
    private final Draft draft;
    private final Remove edit;
    private final boolean whole;

    private RemovalRule(Project project, Remove edit) {
        this.project = project;
        this.draft = project.draft();
        this.edit = edit;
        this.whole = edit.range().isAll();
    }

    static Result remove(Project project, Remove edit) {
        return new RemovalRule(project, edit).removed();
    }

    private Result removed() {
        Target on = NamedObjects.of(draft, edit.on());
        if (on instanceof Target.EffectOf effect) {
            throw EditRejected.of("removal.effect", effect.operation(), effect.operation());
        }
        if (on instanceof Target.Sound sound) {
            return muted(TargetResolution.footage(sound), Targets.what(on));
        }
        if (on instanceof Target.Layer layer && layer.kind() != Target.TrackKind.VIDEO) {
            return layer(layer);
        }
        List<TimelineObject> objects = TimelineObjects.named(draft, on);
        if (objects.isEmpty()) {
            return CutEdits.remove(project, edit);
        }
        return objects.get(0).kind() == ObjectKind.TRANSITION ? transitions(objects) : objects(objects);
    }

    private Result layer(Target.Layer layer) {
        return switch (layer.kind()) {
            case MUSIC -> music(layer);
            case CAPTIONS -> captions();
            default -> text();
        };
    }

    private Result muted(Target on, Phrase name) {
        Result muted = LevelEdits.mute(project, new Mute(edit.range(), on));
        return muted.isUnchangedFrom(draft)
                ? muted
                : new Result(muted.draft(), Phrase.of("removal.sound", name, range()));
    }

    /** Removes all of the music; within a range it is silent, and goes on after it where it would be. */
    private Result music(Target.Layer on) {
        if (!Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        if (!whole) {
            return muted(on, Phrase.of("level.music"));
        }
        List<Track> tracks = new ArrayList<>(draft.tracks());
        tracks.removeIf(Timelines::isMusic);
        return Result.of(draft.withTracks(tracks), "removal.music");
    }

    private Result captions() {
        List<Segment> cues = draft.tracks(TrackType.TEXT).stream()
                .filter(Track::captions)
                .flatMap(track -> track.segments().stream())
                .toList();
        if (cues.isEmpty()) {
            throw EditRejected.of("object.no-captions");
        }
        List<Segment> left = cues.stream().flatMap(cue -> outside(cue).stream()).toList();
        return left.equals(cues)
                ? Result.of(draft, "removal.nothing-there", Phrase.of("target.captions"), range())
                : Result.of(
                        OverlayLayers.captions(draft, left), "removal.objects", Phrase.of("target.captions"), range());
    }

    /** Removes titles, lower thirds and captions. */
    private Result text() {
        List<TimelineObject> texts = TimelineObjects.named(draft, edit.on());
        Draft next = TimelineObjects.changed(draft, texts, this::outside);
        List<Segment> cues = next.tracks(TrackType.TEXT).stream()
                .filter(Track::captions)
                .flatMap(track -> track.segments().stream())
                .flatMap(cue -> outside(cue).stream())
                .toList();
        next = OverlayLayers.captions(next, cues);
        if (next.equals(draft)) {
            throw EditRejected.of("object.no-text-at-all");
        }
        return Result.of(next, "removal.objects", Phrase.of("removal.all-text"), range());
    }

    private Result objects(List<TimelineObject> objects) {
        Draft next = TimelineObjects.changed(draft, objects, this::outside);
        Phrase names = Phrase.list(objects.stream().map(TimelineObject::name).toList());
        return next.equals(draft)
                ? Result.of(draft, "removal.nothing-there", names, range())
                : Result.of(next, "removal.objects", names, range());
    }

    /** Returns the parts of a segment outside of the range. */
    private List<Segment> outside(Segment segment) {
        if (whole) {
            return List.of();
        }
        return SegmentSplitter.outside(segment, gone(), SegmentIds.of(draft));
    }

    private Phrase range() {
        return whole ? Phrase.NOTHING : Phrase.of("removal.range", TimeRange.list(gone()));
    }

    /** Returns the ranges that go, in the timeline's time. */
    private List<TimeRange> gone() {
        return Targets.within(new TimeRange(0, Timelines.lengthMs(draft)), edit.range(), Target.EVERYTHING);
    }

    private Result transitions(List<TimelineObject> transitions) {
        if (!whole) {
            throw EditRejected.of("removal.transition-range");
        }
        List<Segment> clips = Timelines.video(draft).segments();
        List<Segment> next = new ArrayList<>(clips);
        transitions.forEach(transition ->
                next.set(transition.number(), clips.get(transition.number()).withBlend(Optional.empty())));
        Draft cut = Joining.of(draft, clips, Joins.laid(next), project.media());
        String length = Timelines.time(Timelines.lengthMs(cut));
        return transitions.size() == 1
                ? Result.of(cut, "removal.transition", transitions.get(0).name(), length)
                : Result.of(cut, "removal.transitions", transitions.size(), length);
    }
}
