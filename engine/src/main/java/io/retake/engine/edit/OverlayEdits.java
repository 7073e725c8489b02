package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.time.Duration;

/** Edits of the frame rate and of overlays. */
final class OverlayEdits {
    private OverlayEdits() {}

    static Result fps(Project project, Fps edit) {
        Draft draft = project.draft();
        String rate = Notations.RATE.write(edit.rate());
        return draft.fps().filter(f -> f == edit.rate().value()).isPresent()
                ? Result.of(draft, "overlay.rate-same", rate)
                : Result.of(draft.withFps(edit.rate().value()), "overlay.rate-set", rate);
    }

    static Result overlay(Project project, Overlay edit) {
        Asset file = AssetLibrary.visual(project, edit.file());
        Draft draft = UploadedClips.takenOff(project.draft(), file, project.media());
        if (!UploadedClips.numbers(project.draft(), file).equals(UploadedClips.numbers(draft, file))) {
            FootageEdits.requireWithin(Timelines.lengthMs(draft), edit.from(), file);
            FootageEdits.requireWithin(Timelines.lengthMs(draft), edit.to(), file);
        }
        TimeRange span = Targets.range(draft, edit.from(), edit.to());
        long length = file.kind() == Asset.AssetKind.IMAGE
                ? span.lengthMs()
                : Math.min(span.lengthMs(), file.duration().toMillis());
        Segment overlay = Segment.ofMedia(
                        SegmentIds.of(draft).next(),
                        file.name(),
                        file.hash(),
                        Duration.ofMillis(span.startMs()),
                        Duration.ofMillis(length))
                .withPlace(edit.position(), edit.size().percent())
                .withGain(0);
        boolean silenced = file.hasAudio();
        return Result.of(
                        OverlayLayers.overlay(draft, overlay),
                        "overlay.laid",
                        file.name(),
                        new TimeRange(span.startMs(), span.startMs() + length),
                        silenced ? Phrase.of("overlay.muted") : Phrase.NOTHING)
                .and(FootageEdits.used(project.draft(), draft, file));
    }
}
