package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.draft.InvalidDraft;
import io.retake.core.protocol.OutputFormat;
import io.retake.engine.captions.CaptionFile;
import io.retake.engine.effect.EffectList;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.measure.EndFindings;
import io.retake.engine.measure.Meter;
import io.retake.engine.media.AnimatedWebp;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Probe;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.render.Renderer;
import io.retake.engine.render.timeline.MediaLookup;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.Source;
import io.retake.engine.store.Json;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.UploadedClips;
import io.retake.engine.upscale.Upscalers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Probes, measures and renders media and timelines. Looks for FFmpeg on first use. Thread-safe. */
final class RenderService {
    private static final int MOST_REMEMBERED = 256;

    private final Lazy<FFmpeg> ffmpeg;
    private final Lazy<Renderer> renderer;
    private final Lazy<Meter> meter;
    private final Map<String, MediaInfo> measured = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MediaInfo> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Caches measurements in the folder, which may be emptied at any time. */
    RenderService(Map<String, String> environment, Path measurements) {
        ffmpeg = new Lazy<>(() -> FFmpeg.locate(environment));
        meter = new Lazy<>(() -> new Meter(ffmpeg.get(), measurements));
        renderer = new Lazy<>(() -> new Renderer(ffmpeg.get(), measurements));
    }

    /**
     * Measures a medium.
     *
     * @throws MediaException when it isn't one
     */
    MediaInfo inspect(Path file, String name, String hash) {
        Optional<MediaInfo> known = remembered(hash);
        if (known.isPresent()) {
            return known.get();
        }
        MediaInfo info = new Probe(ffmpeg.get()).of(file, hash, name);
        synchronized (measured) {
            measured.put(hash, info);
        }
        return info;
    }

    /**
     * Returns the file to keep: the file itself, or its conversion if FFmpeg can't read it.
     *
     * @param folder receives the conversion, and belongs to the caller
     */
    Path playable(Path file, String name, Path folder) throws IOException {
        return new AnimatedWebp(ffmpeg.get()).unfold(file, name, folder).orElse(file);
    }

    private Optional<MediaInfo> remembered(String hash) {
        synchronized (measured) {
            return Optional.ofNullable(measured.get(hash));
        }
    }

    Meter meter() {
        return meter.get();
    }

    /** Returns the project's asset for a medium, under the name of the upload. */
    static Asset footage(MediaInfo info, String name) {
        Asset.AssetKind kind = kind(info.kind());
        Optional<VideoInfo> video = kind == Asset.AssetKind.AUDIO ? Optional.empty() : info.video();
        try {
            return new Asset(
                    info.hash(),
                    name,
                    kind,
                    info.duration(),
                    video.map(VideoInfo::width).orElse(0),
                    video.map(VideoInfo::height).orElse(0),
                    kind == Asset.AssetKind.VIDEO
                            ? video.map(v -> v.frameRate().value()).orElse(0.0)
                            : 0,
                    info.hasSound(),
                    info.ends());
        } catch (IllegalArgumentException e) {
            throw new MediaException(
                    EngineMessages.text("file.unusable", CleanText.shortened(name), e.getMessage()), e);
        }
    }

    /** Returns the project's asset for a caption file. */
    static Asset captions(CaptionFile file, String hash, String name) {
        return new Asset(hash, name, Asset.AssetKind.CAPTIONS, file.end(), 0, 0, 0, false);
    }

    /** Returns the project's asset for a color table, which has been parsed. */
    static Asset table(String hash, String name) {
        return new Asset(hash, name, Asset.AssetKind.LUT, Duration.ZERO, 0, 0, 0, false);
    }

    private static Asset.AssetKind kind(MediaKind kind) {
        return switch (kind) {
            case VIDEO, ANIMATION -> Asset.AssetKind.VIDEO;
            case IMAGE -> Asset.AssetKind.IMAGE;
            case AUDIO -> Asset.AssetKind.AUDIO;
        };
    }

    /** Returns the description of an asset in a session whose timeline is the given one. */
    static ObjectNode described(Asset footage, Draft draft) {
        ObjectNode json = Json.object()
                .put("filename", footage.name())
                .put("file_type", footage.kind().name().toLowerCase(Locale.ROOT))
                .put("cdn_url", "urn:sha256:" + footage.hash())
                .put("duration", footage.duration().toMillis() / 1000.0)
                .put("width", footage.width())
                .put("height", footage.height())
                .put("fps", footage.fps())
                .put("hash", footage.hash());
        if (footage.isVisual() || footage.kind() == Asset.AssetKind.AUDIO) {
            json.put("placed", UploadedClips.isUsed(draft, footage));
        }
        ArrayNode warnings = json.putArray("warnings");
        EndFindings.of(footage.ends(), footage.duration())
                .forEach(finding -> warnings.add(finding.sentence().english()));
        return json;
    }

    /** Parses the timeline in a request, which may be any JSON. */
    static Draft draft(ObjectNode json) {
        try {
            Draft draft = Draft.of(json);
            if (!draft.ready()) {
                throw ApiException.badRequest(EngineMessages.text("render.empty-timeline"));
            }
            return draft;
        } catch (InvalidDraft e) {
            throw ApiException.badRequest(EngineMessages.text("render.odd-draft", e.getMessage()));
        }
    }

    /** Parses the output settings in a request, which may be any JSON. */
    static Output output(ObjectNode json) {
        try {
            return Output.of(OutputFormat.parse(json));
        } catch (IllegalArgumentException | RenderException e) {
            throw ApiException.badRequest(EngineMessages.text("render.odd-output", e.getMessage()));
        }
    }

    /** Returns the hashes of the media that a timeline uses, color tables included. */
    static Set<String> media(Draft draft) {
        Stream<String> footage = draft.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .flatMap(segment -> segment.media().stream());
        return Stream.concat(footage, EffectList.media(draft).stream()).collect(Collectors.toSet());
    }

    /** Returns a version string that separates renders of this build from those of another build or FFmpeg. */
    String version() {
        FFmpeg used = ffmpeg.get();
        return Build.STAMP + " " + used.ffmpeg() + " " + used.version()
                + Upscalers.find().map(enlarger -> " " + enlarger.name()).orElse("");
    }

    /** Reports at once anything that would make the render fail later. */
    void check(Draft draft, Output output, Map<String, Path> files, Map<String, String> names) {
        try {
            Renderer.check(draft, lookup(files, names), output);
        } catch (RenderException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** Renders and returns the receipt. */
    ObjectNode render(RenderWork work) {
        return renderer.get()
                .render(
                        work.draft(),
                        lookup(work.files(), work.names()),
                        work.output(),
                        work.target(),
                        work.progress(),
                        work.cancel())
                .receipt()
                .json();
    }

    private MediaLookup lookup(Map<String, Path> files, Map<String, String> names) {
        return new MediaLookup() {
            @Override
            public Optional<Source> find(String hash) {
                String name = names.getOrDefault(hash, "footage");
                return file(hash)
                        .map(file -> new Source(file, inspect(file, name, hash).named(name)));
            }

            @Override
            public Optional<Path> file(String hash) {
                return Optional.ofNullable(files.get(hash));
            }
        };
    }
}
