package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.draft.InvalidDraft;
import io.retake.core.protocol.OutputFormat;
import io.retake.engine.agent.Footage;
import io.retake.engine.media.FFmpeg;
import io.retake.engine.media.MediaException;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Probe;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.store.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done with media and timelines. FFmpeg is looked for when it is first needed. Thread-safe. */
final class Studio {
    private static final int MOST_REMEMBERED = 256;

    private final Lazy<FFmpeg> ffmpeg;
    private final Map<String, MediaInfo> measured = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MediaInfo> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Studio(Map<String, String> environment) {
        ffmpeg = new Lazy<>(() -> FFmpeg.locate(environment));
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

    private Optional<MediaInfo> remembered(String hash) {
        synchronized (measured) {
            return Optional.ofNullable(measured.get(hash));
        }
    }

    /** A medium as it goes into a project, under the name that it was uploaded with. */
    static Footage footage(MediaInfo info, String name) {
        Footage.Kind kind = kind(info.kind());
        Optional<VideoInfo> video = kind == Footage.Kind.AUDIO ? Optional.empty() : info.video();
        try {
            return new Footage(
                    info.hash(),
                    name,
                    kind,
                    info.duration(),
                    video.map(VideoInfo::width).orElse(0),
                    video.map(VideoInfo::height).orElse(0),
                    kind == Footage.Kind.VIDEO
                            ? video.map(v -> v.frameRate().value()).orElse(0.0)
                            : 0,
                    info.hasSound());
        } catch (IllegalArgumentException e) {
            throw new MediaException(Clean.shortened(name) + " can't be used: " + e.getMessage() + ".", e);
        }
    }

    private static Footage.Kind kind(MediaKind kind) {
        return switch (kind) {
            case VIDEO, ANIMATION -> Footage.Kind.VIDEO;
            case IMAGE -> Footage.Kind.IMAGE;
            case AUDIO -> Footage.Kind.AUDIO;
        };
    }

    /** A medium as the API tells of it. */
    static ObjectNode described(Footage footage) {
        return Json.object()
                .put("filename", footage.name())
                .put("file_type", footage.kind().name().toLowerCase(Locale.ROOT))
                .put("cdn_url", "urn:sha256:" + footage.hash())
                .put("duration", footage.duration().toMillis() / 1000.0)
                .put("width", footage.width())
                .put("height", footage.height())
                .put("fps", footage.fps())
                .put("hash", footage.hash());
    }

    /** The timeline in a request, which may be anything. */
    static Draft draft(ObjectNode json) {
        try {
            Draft draft = Draft.of(json);
            if (!draft.ready()) {
                throw ApiException.badRequest(
                        "The timeline is empty; there is nothing to export. Upload footage first.");
            }
            return draft;
        } catch (InvalidDraft e) {
            throw ApiException.badRequest("The draft can't be rendered: " + e.getMessage());
        }
    }

    /** The output in a request, which may be anything. */
    OutputFormat output(ObjectNode json) {
        try {
            return known(OutputFormat.parse(json));
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("The output can't be made: " + e.getMessage() + ".");
        }
    }

    private OutputFormat known(OutputFormat output) {
        if (!formats().contains(output.format())) {
            throw ApiException.badRequest("The format '" + Clean.shortened(output.format())
                    + "' can't be exported. Choose one of " + String.join(", ", formats()) + ".");
        }
        return output;
    }

    /** The media that a timeline is made of. */
    static Set<String> media(Draft draft) {
        return draft.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .flatMap(segment -> segment.media().stream())
                .collect(Collectors.toSet());
    }

    /** What tells this program's renders from those of another version or another FFmpeg. */
    String version() {
        String program = Optional.ofNullable(Studio.class.getPackage().getImplementationVersion())
                .orElse("development");
        return program + " " + ffmpeg.get().ffmpeg() + " " + ffmpeg.get().version();
    }

    List<String> formats() {
        return List.of("mp4", "mov", "webm", "mkv", "gif", "mp3", "wav");
    }

    void render(RenderWork work) {
        throw ApiException.http(501, "Rendering is not part of this build.");
    }
}
