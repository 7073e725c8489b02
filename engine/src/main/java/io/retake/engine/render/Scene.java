package io.retake.engine.render;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.Fit;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A draft resolved for one export: media looked up, times on the frame grid, layers flattened.
 *
 * @param shots the picture, without a hole
 * @param footage the clips of video tracks, one list a track, by start
 * @param music the clips of audio tracks, one list a track, by start
 * @param titles text segments
 * @param frames the length
 */
record Scene(
        Draft draft,
        Canvas canvas,
        Clock clock,
        List<Shot> shots,
        List<List<Clip>> footage,
        List<List<Clip>> music,
        List<Segment> titles,
        long frames) {

    static Scene of(Draft draft, MediaLookup media, Output output) {
        if (!draft.ready()) {
            throw new RenderException("The timeline is empty: there is nothing to export. Add media first.");
        }
        Optional<VideoInfo> first = draft.tracks(TrackType.VIDEO).stream()
                .flatMap(track -> track.segments().stream())
                .flatMap(segment -> segment.media().stream())
                .flatMap(hash -> source(hash, media).info().video().stream())
                .findFirst();
        Clock clock = new Clock(output.fps()
                .or(() -> draft.fps().map(Rational::of))
                .or(() -> first.filter(v -> v.frames().orElse(2) > 1).map(Scene::rate))
                .orElse(new Rational(30, 1)));
        List<List<Clip>> footage = clips(draft, TrackType.VIDEO, media, clock);
        Layers layers = new Layers();
        footage.forEach(track -> track.stream().filter(Clip::hasPicture).forEach(layers::paint));
        long frames = Math.max(1, clock.frame(draft.duration()));
        return new Scene(
                draft,
                canvas(draft, output, first),
                clock,
                layers.flat(frames),
                footage,
                clips(draft, TrackType.AUDIO, media, clock),
                draft.tracks(TrackType.TEXT).stream()
                        .flatMap(track -> track.segments().stream())
                        .filter(segment -> !segment.text().orElse("").isBlank())
                        .toList(),
                frames);
    }

    boolean isHeard() {
        return java.util.stream.Stream.concat(footage.stream(), music.stream())
                .flatMap(List::stream)
                .anyMatch(clip -> clip.source().info().hasSound());
    }

    private static Canvas canvas(Draft draft, Output output, Optional<VideoInfo> first) {
        Canvas own = draft.canvas()
                .orElseGet(() -> first.map(v -> new Canvas(side(v.width()), side(v.height()), Fit.PAD, false))
                        .orElse(new Canvas(1280, 720, Fit.PAD, false)));
        return output.size()
                .map(size -> new Canvas(size.width(), size.height(), own.fit(), own.sharpen()))
                .orElse(own);
    }

    /** Uneven footage gets a rate that drops none of it; its average is no rate that a player would like. */
    private static Rational rate(VideoInfo video) {
        return video.variable()
                ? video.frameRate().standardRateAbove()
                : video.frameRate().snappedRate();
    }

    private static int side(int pixels) {
        return Math.min(8192, Math.max(16, pixels & ~1));
    }

    private static List<List<Clip>> clips(Draft draft, TrackType type, MediaLookup media, Clock clock) {
        List<List<Clip>> tracks = new ArrayList<>();
        for (Track track : draft.tracks(type)) {
            List<Clip> clips = new ArrayList<>();
            for (Segment segment : track.segments()) {
                segment.media()
                        .ifPresent(hash -> clips.add(new Clip(
                                segment,
                                source(hash, media),
                                clock.frame(segment.start()),
                                clock.frame(segment.end()))));
            }
            clips.removeIf(clip -> clip.end() <= clip.start());
            clips.sort(Comparator.comparingLong(Clip::start));
            tracks.add(List.copyOf(clips));
        }
        return tracks;
    }

    private static Source source(String hash, MediaLookup media) {
        return media.find(hash)
                .orElseThrow(() -> new RenderException(
                        "The timeline uses a medium that is not here (" + hash + "). Upload it again."));
    }

    Duration duration() {
        return clock.time(frames);
    }
}
