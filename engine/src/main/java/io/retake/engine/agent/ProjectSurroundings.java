package io.retake.engine.agent;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.engine.agent.read.Surroundings;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Scenes;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers the parser's questions about a project. */
record ProjectSurroundings(Project project) implements Surroundings {

    @Override
    public Optional<Canvas> canvas() {
        return project.draft().canvas();
    }

    @Override
    public double gain(Target on) {
        boolean music = on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC;
        List<Segment> heard = music
                ? project.draft().tracks(TrackType.AUDIO).stream()
                        .filter(Timelines::isMusic)
                        .flatMap(t -> t.segments().stream())
                        .toList()
                : of(on);
        List<Double> gains = heard.stream()
                .limit(on instanceof Target.Clip ? 1 : Long.MAX_VALUE)
                .map(Segment::gain)
                .distinct()
                .toList();
        return gains.isEmpty() ? 1 : gains.size() == 1 ? gains.get(0) : Double.NaN;
    }

    private List<Segment> of(Target on) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        if (on instanceof Target.Clip clip) {
            return clips.stream().skip(clip.number() - 1L).toList();
        }
        if (on instanceof Target.Scene scene) {
            List<Segment> pieces = Scenes.pieces(clips, scene.number());
            return pieces.isEmpty() ? clips : pieces;
        }
        return on instanceof Target.Named named ? Targets.matching(clips, named.name()) : clips;
    }

    @Override
    public List<String> files() {
        return project.media().stream().map(Asset::name).toList();
    }

    @Override
    public List<String> videos() {
        return names(Asset.AssetKind.VIDEO);
    }

    @Override
    public List<Double> speeds(Target on) {
        if (on instanceof Target.Layer layer && layer.kind() != Target.TrackKind.VIDEO) {
            return List.of();
        }
        long most = on instanceof Target.Clip ? 1 : Long.MAX_VALUE;
        return of(on).stream().limit(most).map(Segment::speed).toList();
    }

    @Override
    public List<String> songs() {
        return names(Asset.AssetKind.AUDIO);
    }

    @Override
    public boolean hasSound() {
        Set<String> heard = project.media().stream()
                .filter(Asset::hasAudio)
                .map(Asset::hash)
                .collect(Collectors.toSet());
        return Timelines.video(project.draft()).segments().stream()
                .anyMatch(clip -> clip.media().filter(heard::contains).isPresent());
    }

    @Override
    public List<String> captions() {
        return names(Asset.AssetKind.CAPTIONS);
    }

    private List<String> names(Asset.AssetKind kind) {
        return project.media().stream()
                .filter(f -> f.kind() == kind)
                .map(Asset::name)
                .distinct()
                .toList();
    }

    @Override
    public int clips() {
        return Timelines.video(project.draft()).segments().size();
    }

    @Override
    public int scenes() {
        return Scenes.last(Timelines.video(project.draft()).segments());
    }

    @Override
    public List<Moment> clip(int number) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        return number > clips.size() ? List.of() : List.of(from(clips.get(number - 1)), seenUntil(clips, number - 1));
    }

    /**
     * Returns a clip's start, never before 0: reading must not fail on a broken timeline, which only undo can repair.
     */
    private static Moment from(Segment clip) {
        return clip.start().isNegative() ? Moment.START : Moment.at(clip.start());
    }

    /** Returns when a clip ends, or when the next one comes in over it. */
    private static Moment seenUntil(List<Segment> clips, int clip) {
        return Moment.at(Duration.ofMillis(Math.max(0, new ClipPiece(clips.get(clip), clip, -1).seenUntil(clips))));
    }

    @Override
    public boolean isJoined(int clip) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        return Stream.of(clip - 1, clip)
                .filter(i -> i >= 0 && i < clips.size())
                .anyMatch(i -> clips.get(i).blend().isPresent());
    }

    @Override
    public List<Moment> scene(int number) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        List<Segment> pieces = Scenes.pieces(clips, number);
        return pieces.isEmpty()
                ? List.of()
                : List.of(from(pieces.get(0)), seenUntil(clips, clips.indexOf(pieces.get(pieces.size() - 1))));
    }

    @Override
    public List<Integer> clipsOf(String file) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        List<Segment> found = Targets.matching(clips, file);
        return IntStream.range(0, clips.size())
                .filter(i -> found.contains(clips.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
    }

    @Override
    public int changes() {
        return project.past().size();
    }

    @Override
    public String summary() {
        return project.draft().summary();
    }
}
