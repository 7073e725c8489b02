package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.sound.Music;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lays music under the timeline, in place of any other. */
final class MusicRule {
    private MusicRule() {}

    static Result music(Project project, Music edit) {
        Asset file = file(project.media(), edit.file());
        Draft draft = UploadedClips.takenOff(project.draft(), file, project.media());
        Segment segment = Segment.ofMedia(
                        SegmentIds.of(draft).next(), file.name(), file.hash(), Duration.ZERO, draft.end())
                .withGain(edit.volume().gain());
        Segment music = edit.duck() ? segment.withEffects(List.of(new Effect.DuckFx())) : segment;
        List<Track> tracks = new ArrayList<>(draft.tracks());
        tracks.removeIf(Timelines::isMusic);
        tracks.add(afterVideo(tracks), Track.of(TrackType.AUDIO, List.of(music)));
        Draft next = Timelines.settled(draft.withTracks(tracks), project.media());
        return Result.of(
                        next,
                        "music.added",
                        file.name(),
                        Notations.LEVEL.write(edit.volume()),
                        edit.duck() ? Phrase.of("music.ducked") : Phrase.NOTHING,
                        Timelines.hasMusic(draft) ? Phrase.of("music.replaced") : Phrase.NOTHING)
                .and(FootageEdits.used(project.draft(), draft, file));
    }

    private static int afterVideo(List<Track> tracks) {
        int index = 0;
        while (index < tracks.size() && tracks.get(index).is(TrackType.VIDEO)) {
            index++;
        }
        return index;
    }

    /**
     * Finds the file that a user means by a name: exact match first, then ignoring case, then the only file with that
     * stem.
     */
    static Asset file(List<Asset> media, String name) {
        List<Asset> sounding = media.stream().filter(Asset::hasAudio).toList();
        List<Predicate<Asset>> ways = List.of(
                f -> f.name().equals(name),
                f -> f.name().equalsIgnoreCase(name),
                f -> f.stem().equalsIgnoreCase(name));
        for (Predicate<Asset> way : ways) {
            List<Asset> found = sounding.stream().filter(way).toList();
            if (found.size() == 1
                    || (found.size() > 1
                            && found.stream()
                                    .allMatch(f -> f.name().equals(found.get(0).name())))) {
                return found.get(found.size() - 1); // of two files with one name the later upload is meant
            }
            if (found.size() > 1) {
                throw EditRejected.of("music.ambiguous", name, names(found));
            }
        }
        throw missing(media, sounding, name);
    }

    private static EditRejected missing(List<Asset> media, List<Asset> sounding, String name) {
        boolean silent = media.stream().anyMatch(f -> f.name().equalsIgnoreCase(name));
        Phrase found =
                sounding.isEmpty() ? Phrase.of("music.no-sound-file") : Phrase.of("music.sound-files", names(sounding));
        return silent
                ? EditRejected.of("music.without-sound", name, found)
                : EditRejected.of("music.missing", name, found);
    }

    private static String names(List<Asset> files) {
        List<String> names = files.stream().map(Asset::name).distinct().toList();
        String first = String.join(", ", names.stream().limit(8).toList());
        return names.size() > 8 ? first + " …" : first;
    }
}
