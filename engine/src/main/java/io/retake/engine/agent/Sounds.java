package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.value.Offset;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.agent.read.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits of sound that are more than its level. */
final class Sounds {
    private Sounds() {}

    static Result loudness(Project project, Loudness edit) {
        Draft draft = project.draft();
        String target = Notations.LOUDNESS.write(edit.target());
        Draft next = draft.withEffects(Effects.replaced(draft.effects(), new Effect.Loudness(edit.target())));
        return next.equals(draft)
                ? Result.of(draft, "The loudness is set to %s already.", "响度已经设为 %s。", target)
                : Result.of(next, "The whole is measured and brought to %s on export.", "导出时会测量整体响度并调整到 %s。", target);
    }

    /** Sound of its own track, which is cut as the picture is; the footage's own is muted. */
    static Result replace(Project project, ReplaceAudio edit) {
        Draft draft = project.draft();
        Footage file = Library.sounding(project, edit.file());
        long picture = Timelines.lengthMs(draft);
        long length = Math.min(picture, file.duration().toMillis());
        Draft muted = Timelines.withVideo(
                draft,
                Timelines.video(draft).segments().stream()
                        .map(s -> s.withGain(0))
                        .toList());
        Segment sound = Segment.ofMedia(
                Ids.of(muted).next(), file.name(), file.hash(), Duration.ZERO, Duration.ofMillis(length));
        List<Track> tracks = new ArrayList<>(muted.tracks());
        tracks.removeIf(Track::sound);
        int index = 0;
        while (index < tracks.size() && tracks.get(index).is(TrackType.VIDEO)) {
            index++;
        }
        tracks.add(index, Track.of(TrackType.AUDIO, List.of(sound)).asSound());
        return Result.of(
                muted.withTracks(tracks),
                "Replaced the sound with \"%s\".%s",
                "已用“%s”替换声音。%s",
                file.name(),
                length < picture
                        ? Phrase.of(
                                " It is shorter than the picture: silence follows after %s.",
                                "它比画面短：%s 之后无声。", Timelines.time(length))
                        : Phrase.of("", ""));
    }

    static Result sync(Project project, SyncAudio edit) {
        Draft draft = project.draft();
        Draft next = Effects.on(draft, edit.on(), effects -> moved(effects, edit.offset()));
        long ms = edit.offset().later().toMillis();
        return Result.of(
                next,
                ms > 0 ? "The sound comes %s ms later." : "The sound comes %s ms earlier.",
                ms > 0 ? "声音延后 %s 毫秒。" : "声音提前 %s 毫秒。",
                Math.abs(ms));
    }

    /** Moves add up: later twice is later still. */
    private static List<Effect> moved(List<Effect> effects, Offset offset) {
        Optional<Effect.Sync> earlier = effects.stream()
                .filter(Effect.Sync.class::isInstance)
                .map(Effect.Sync.class::cast)
                .findFirst();
        Duration sum =
                earlier.map(s -> s.offset().later()).orElse(Duration.ZERO).plus(offset.later());
        double stretch = earlier.map(Effect.Sync::stretch).orElse(1.0);
        if (sum.abs().compareTo(Duration.ofMinutes(1)) > 0) {
            throw Impossible.of("Sound moves by a minute at most.", "声音最多移动一分钟。");
        }
        List<Effect> rest =
                effects.stream().filter(e -> !(e instanceof Effect.Sync)).toList();
        return sum.isZero() && stretch == 1 ? rest : Effects.placed(rest, new Effect.Sync(new Offset(sum), stretch));
    }
}
