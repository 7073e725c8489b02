package io.retake.engine.render.timeline;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Fit;
import io.retake.engine.effect.EffectList;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.EngineMessages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft resolved for one export: media looked up, times on the frame grid, layers flattened.
 *
 * @param shots the picture, without a hole
 * @param overlays the overlays, from the bottom up
 * @param backwards the pieces in which clips that run backwards are read
 * @param voices the sound of video tracks, one list a track, by start
 * @param music the clips of audio tracks, one list a track, by start
 * @param titles text segments
 * @param captions those that are captions
 * @param frames the length; of a still the number of its frame, from 1
 * @param origin the first frame that is made: 0 of a film, and of a still its own, or where its transition begins
 * @param whole the length of all of it, also where a still is made
 */
public record RenderTimeline(
        Draft draft,
        Canvas canvas,
        FrameClock clock,
        List<Shot> shots,
        List<Clip> overlays,
        IdentityHashMap<Clip, List<Clip>> backwards,
        List<List<Clip>> voices,
        List<List<Clip>> music,
        List<Segment> titles,
        List<Segment> captions,
        long frames,
        long origin,
        long whole) {

    public static RenderTimeline of(Draft draft, MediaLookup media, Output output) {
        if (!draft.ready()) {
            throw new RenderException(EngineMessages.text("export.empty"));
        }
        Optional<VideoInfo> first = main(draft).stream()
                .flatMap(track -> track.segments().stream())
                .flatMap(segment -> segment.media().stream())
                .flatMap(hash -> source(hash, media).info().video().stream())
                .findFirst();
        FrameClock clock = new FrameClock(output.fps()
                .or(() -> draft.fps().map(Rational::of))
                .or(() -> first.filter(v -> v.frames().orElse(2) > 1).map(RenderTimeline::rate))
                .orElse(new Rational(30, 1)));
        Canvas canvas = canvas(draft, output, first);
        List<List<Clip>> footage = clips(draft, main(draft), media, clock);
        List<List<Clip>> over = clips(
                draft,
                draft.tracks(TrackType.VIDEO).stream().filter(Track::overlay).toList(),
                media,
                clock);
        ClipLayers layers = new ClipLayers();
        footage.forEach(track -> track.stream().filter(Clip::hasPicture).forEach(layers::paint));
        long whole = Math.max(1, clock.frame(draft.duration()));
        List<Shot> shots = Blends.in(layers.flat(whole), clock);
        RenderTimeline film = new RenderTimeline(
                draft,
                canvas,
                clock,
                shots,
                over.stream()
                        .flatMap(List::stream)
                        .filter(Clip::hasPicture)
                        .filter(clip -> clip.start() < whole)
                        .toList(),
                backwards(shots, canvas, clock),
                Stream.concat(footage.stream(), over.stream())
                        .map(track ->
                                track.stream().map(clip -> clip.sound(clock)).toList())
                        .toList(),
                clips(draft, draft.tracks(TrackType.AUDIO), media, clock).stream()
                        .map(track ->
                                track.stream().map(clip -> clip.sound(clock)).toList())
                        .toList(),
                texts(draft, false),
                texts(draft, true),
                whole,
                0,
                whole);
        return output.container().isStill() ? film.still(moment(output, clock, draft.duration(), whole)) : film;
    }

    private static List<Segment> texts(Draft draft, boolean captions) {
        return draft.tracks(TrackType.TEXT).stream()
                .filter(track -> track.captions() == captions)
                .flatMap(track -> track.segments().stream())
                .filter(segment -> !segment.text().orElse("").isBlank())
                .toList();
    }

    /** The last milliseconds of a timeline belong to its last frame, also where frames don't divide it evenly. */
    private static long moment(Output output, FrameClock clock, Duration length, long frames) {
        long frame = clock.frame(output.at());
        boolean past =
                frame > frames || (frame == frames && frames > 1 && output.at().compareTo(clock.time(frames)) > 0);
        if (past && output.at().compareTo(length) > 0) {
            throw new RenderException(EngineMessages.text(
                    "export.no-picture-at",
                    output.at().toMillis(),
                    clock.time(frames).toMillis()));
        }
        return Math.min(frame, frames - 1);
    }

    /** Returns the timeline reduced to one frame: nothing else is read or drawn. */
    private RenderTimeline still(long frame) {
        Shot seen = shots.stream()
                .filter(shot -> shot.start() <= frame && frame < shot.end())
                .findFirst()
                .orElseThrow();
        // A transition needs its beginning too: how far it has come is counted from there.
        long from = seen.before() == null ? frame : seen.start();
        long count = seen.before() == null ? 1 : seen.frames();
        Shot shot = new Shot(from, count, skipping(seen.clip(), from), skipping(seen.before(), from));
        return new RenderTimeline(
                draft,
                canvas,
                clock,
                List.of(shot),
                overlays.stream()
                        .filter(clip -> clip.start() <= frame && frame < clip.end())
                        .map(clip -> clip.skipping(frame - clip.start(), clock))
                        .toList(),
                backwards,
                voices,
                music,
                shownAt(titles, frame),
                shownAt(captions, frame),
                frame + 1,
                from,
                whole);
    }

    private List<Segment> shownAt(List<Segment> texts, long frame) {
        return texts.stream()
                .filter(text -> clock.frame(text.start()) <= frame && frame < clock.frame(text.end()))
                .toList();
    }

    private @Nullable Clip skipping(@Nullable Clip clip, long from) {
        return clip == null ? null : clip.skipping(from - clip.start(), clock);
    }

    /** Returns whether only one frame is rendered. */
    public boolean isStill() {
        return frames < whole || origin > 0;
    }

    private static List<Track> main(Draft draft) {
        return draft.tracks(TrackType.VIDEO).stream()
                .filter(track -> !track.overlay())
                .toList();
    }

    private static IdentityHashMap<Clip, List<Clip>> backwards(List<Shot> shots, Canvas canvas, FrameClock clock) {
        IdentityHashMap<Clip, List<Clip>> pieces = new IdentityHashMap<>();
        long pixels = (long) canvas.width() * canvas.height();
        for (Shot shot : shots) {
            Stream.of(Optional.ofNullable(shot.clip()), Optional.ofNullable(shot.before()))
                    .flatMap(Optional::stream)
                    .filter(Clip::isBackwards)
                    .forEach(clip -> pieces.computeIfAbsent(clip, c -> ReversedClip.pieces(c, pixels, clock)));
        }
        return pieces;
    }

    /** Returns the clips to read for a clip: itself, or its pieces if it plays backwards. */
    public List<Clip> read(Clip clip) {
        return backwards.getOrDefault(clip, List.of(clip));
    }

    /** Returns the clips to read for a shot. */
    public List<Clip> read(Shot shot) {
        return Stream.of(Optional.ofNullable(shot.clip()), Optional.ofNullable(shot.before()))
                .flatMap(Optional::stream)
                .flatMap(clip -> read(clip).stream())
                .toList();
    }

    public boolean isHeard() {
        return Stream.concat(voices.stream(), music.stream())
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

    private static List<List<Clip>> clips(Draft draft, List<Track> from, MediaLookup media, FrameClock clock) {
        List<List<Clip>> tracks = new ArrayList<>();
        for (Track track : from) {
            List<Clip> clips = new ArrayList<>();
            for (Segment segment : track.segments()) {
                segment.media()
                        .ifPresent(hash -> clips.add(new Clip(
                                segment,
                                source(hash, media),
                                clock.frame(segment.start()),
                                clock.frame(segment.end()),
                                effects(draft, track, segment),
                                Duration.ZERO)));
            }
            clips.removeIf(clip -> clip.end() <= clip.start());
            clips.sort(Comparator.comparingLong(Clip::start));
            tracks.add(List.copyOf(clips));
        }
        return tracks;
    }

    /**
     * Returns a segment's effects, after those of the whole timeline that each clip gets; music and overlays get only
     * their own.
     */
    private static List<Effect> effects(Draft draft, Track track, Segment segment) {
        List<Effect> effects = new ArrayList<>();
        if (track.is(TrackType.VIDEO) && !track.overlay()) {
            effects.addAll(EffectList.onEachClip(draft.effects()));
        }
        effects.addAll(segment.effects());
        return List.copyOf(effects);
    }

    private static Source source(String hash, MediaLookup media) {
        return media.find(hash)
                .orElseThrow(() -> new RenderException(EngineMessages.text("export.medium-missing", hash)));
    }

    public Duration duration() {
        return clock.time(frames);
    }

    /** Returns the media that are read for it, each file once. */
    public Map<Path, MediaInfo> media() {
        Map<Path, MediaInfo> media = new LinkedHashMap<>();
        Stream.of(
                        shots.stream().flatMap(shot -> read(shot).stream()),
                        overlays.stream(),
                        Stream.concat(voices.stream(), music.stream()).flatMap(List::stream))
                .flatMap(clips -> clips)
                .map(Clip::source)
                .forEach(source -> media.putIfAbsent(source.file(), source.info()));
        return media;
    }
}
