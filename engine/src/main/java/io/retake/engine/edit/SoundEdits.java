package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Edits of sound other than its level. */
final class SoundEdits {
    private SoundEdits() {}

    /** Puts the new sound on a track of its own, cut as the picture is, and mutes the footage's sound. */
    static Result replace(Project project, ReplaceAudio edit) {
        Asset file = AssetLibrary.sounding(project, edit.file());
        Draft draft = UploadedClips.takenOff(project.draft(), file, project.media());
        long picture = Timelines.lengthMs(draft);
        long length = Math.min(picture, file.duration().toMillis());
        Draft muted = Timelines.withVideo(
                draft,
                Timelines.video(draft).segments().stream()
                        .map(s -> s.withGain(0))
                        .toList());
        Segment sound = Segment.ofMedia(
                SegmentIds.of(muted).next(), file.name(), file.hash(), Duration.ZERO, Duration.ofMillis(length));
        List<Track> tracks = new ArrayList<>(muted.tracks());
        tracks.removeIf(Track::sound);
        int index = 0;
        while (index < tracks.size() && tracks.get(index).is(TrackType.VIDEO)) {
            index++;
        }
        tracks.add(index, Track.of(TrackType.AUDIO, List.of(sound)).asSound());
        return Result.of(
                        muted.withTracks(tracks),
                        "sound.replaced",
                        file.name(),
                        length < picture ? Phrase.of("sound.silent-after", Timelines.time(length)) : Phrase.NOTHING)
                .and(FootageEdits.used(project.draft(), draft, file));
    }
}
