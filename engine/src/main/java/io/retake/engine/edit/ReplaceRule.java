package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.object.Replace;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.AssetLibrary;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joining;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Soundtrack;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows other footage in the place of a clip or an overlay, or plays other music; all else of it stays. */
final class ReplaceRule {
    private final Project project;
    private final Draft draft;
    private final Replace edit;
    private final Target on;

    private ReplaceRule(Project project, Replace edit) {
        this.project = project;
        this.draft = project.draft();
        this.edit = edit;
        this.on = NamedObjects.of(draft, edit.on());
    }

    static Result replace(Project project, Replace edit, Measurements measurements) {
        return new ReplaceRule(project, edit).replaced(measurements);
    }

    private Result replaced(Measurements measurements) {
        if (on.equals(new Target.Layer(Target.TrackKind.MUSIC))) {
            return music();
        }
        if (on.equals(new Target.Layer(Target.TrackKind.CAPTIONS))) {
            return captions(measurements);
        }
        List<TimelineObject> objects = TimelineObjects.named(draft, on);
        if (!objects.isEmpty() && objects.get(0).kind() == ObjectKind.OVERLAY) {
            return overlays(objects);
        }
        boolean clips = on instanceof Target.Piece || on instanceof Target.Clips || on instanceof Target.Named;
        if (!clips) {
            throw objects.isEmpty() || objects.get(0).kind() == ObjectKind.TRANSITION
                    ? EditRejected.of("replace.not-for", Targets.what(on))
                    : EditRejected.of("replace.text", Targets.what(on));
        }
        return clips();
    }

    private Result music() {
        if (!Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        Asset file = MusicRule.file(project.media(), edit.with());
        Draft next = Timelines.mapped(draft, Timelines::isMusic, segments -> {
            List<Segment> other = new ArrayList<>();
            long start = segments.get(0).start().toMillis();
            for (Segment segment : segments) {
                // Each piece goes on where the one before stops: the first begins with the file.
                other.add(segment.withMedia(file.name(), file.hash())
                        .withSpeed(1)
                        .withIn(Duration.ofMillis(segment.start().toMillis() - start)));
            }
            return Soundtrack.fitted(other, Timelines.lengthMs(draft), project.media());
        });
        return next.equals(draft)
                ? Result.of(draft, "replace.same", file.name())
                : used(Result.of(next, "replace.music", file.name()), file, "clip.taken-off");
    }

    private Result captions(Measurements measurements) {
        Segment cue = draft.tracks(TrackType.TEXT).stream()
                .filter(track -> track.captions())
                .flatMap(track -> track.segments().stream())
                .findFirst()
                .orElseThrow(() -> EditRejected.of("object.no-captions"));
        Captions other = new Captions(edit.with(), new Shift(Duration.ZERO), cue.position(), cue.style());
        return CaptionRule.captions(project, other, measurements);
    }

    private Result overlays(List<TimelineObject> overlays) {
        Asset file = AssetLibrary.visual(project, edit.with());
        Draft next = TimelineObjects.changed(draft, overlays, segment -> List.of(with(segment, file)));
        Phrase names = Phrase.list(overlays.stream().map(TimelineObject::name).toList());
        boolean shorter = overlays.stream()
                .anyMatch(overlay ->
                        lengthMs(overlay.segment(), file) < overlay.span().lengthMs());
        return next.equals(draft)
                ? Result.of(draft, "replace.same", file.name())
                : used(
                        Result.of(
                                next,
                                "replace.overlay",
                                names,
                                file.name(),
                                shorter ? Phrase.of("replace.overlay-shorter", time(file)) : Phrase.NOTHING),
                        file,
                        "clip.taken-off");
    }

    private static String time(Asset file) {
        return Timelines.time(file.duration().toMillis());
    }

    /** Returns how long a segment of this file can be. */
    private static long lengthMs(Segment segment, Asset file) {
        long wanted = segment.duration().toMillis();
        boolean endless = file.kind() == Asset.AssetKind.IMAGE || segment.frozen() || segment.loops();
        return endless ? wanted : Math.min(wanted, (long) (file.duration().toMillis() / segment.speed()));
    }

    private static Segment with(Segment segment, Asset file) {
        long length = lengthMs(segment, file);
        if (length < 1) {
            throw EditRejected.of("replace.too-short", file.name());
        }
        return segment.withMedia(file.name(), file.hash())
                .withIn(Duration.ZERO)
                .withDuration(Duration.ofMillis(length));
    }

    private Result clips() {
        Asset file = AssetLibrary.visual(project, edit.with());
        List<Segment> clips = Timelines.video(draft).segments();
        Selection chosen = Selection.of(draft, on);
        List<Segment> next = new ArrayList<>();
        int count = 0;
        boolean shorter = false;
        for (int i = 0; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            if (chosen.has(i)) {
                count++;
                shorter |= lengthMs(clip, file) < clip.duration().toMillis();
                clip = with(clip, file);
            }
            next.add(clip);
        }
        if (on instanceof Target.Scene && count > 1) {
            throw EditRejected.of("replace.scene-in-pieces", Targets.what(on), count);
        }
        if (next.equals(clips)) {
            return Result.of(draft, "replace.same", file.name());
        }
        Draft replaced = shorter
                ? Joining.of(draft, clips, Joins.laid(next), project.media())
                : Timelines.withVideo(draft, next);
        Draft named = UploadedClips.named(replaced, ids(clips, chosen));
        String length = length(rest(named, file));
        Phrase note = shorter ? Phrase.of("replace.shorter", time(file), length) : Phrase.NOTHING;
        return used(Result.of(named, "replace.clips", Targets.what(on), file.name(), note), file, "replace.taken-off");
    }

    private static Set<String> ids(List<Segment> clips, Selection chosen) {
        return IntStream.range(0, clips.size())
                .filter(chosen::has)
                .mapToObj(clip -> clips.get(clip).id())
                .collect(Collectors.toSet());
    }

    /** Takes the clip off that only the file's upload placed: the film plays it in its new place. */
    private Result used(Result replaced, Asset file, String key) {
        Draft rest = rest(replaced.draft(), file);
        return rest.equals(replaced.draft())
                ? replaced
                : new Result(rest, replaced.phrase().and(Phrase.of(key, file.name(), length(rest))));
    }

    private Draft rest(Draft of, Asset file) {
        return UploadedClips.takenOff(of, file, project.media());
    }

    private static String length(Draft of) {
        return Timelines.time(Timelines.lengthMs(of));
    }
}
