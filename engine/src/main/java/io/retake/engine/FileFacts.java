package io.retake.engine;

import io.retake.engine.api.EngineSettings;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Probe;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.process.MediaException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The measurable properties of a media file, for comparison with an export's settings.
 *
 * @param width pixels, upright; 0 without a picture
 * @param height pixels, upright; 0 without a picture
 * @param fps frames a second; 0 without a moving picture
 * @param duration zero for a still
 * @param moves whether the picture moves
 * @param sound whether it has sound
 */
public record FileFacts(int width, int height, double fps, Duration duration, boolean moves, boolean sound) {

    /** Probes a file with this engine's FFmpeg; empty when it is no media. */
    public static Optional<FileFacts> of(EngineSettings settings, Path file) {
        try {
            String name = file.getFileName().toString();
            return Optional.of(of(new Probe(FFmpeg.locate(settings.environment())).of(file, "", name)));
        } catch (MediaException none) {
            return Optional.empty();
        }
    }

    private static FileFacts of(MediaInfo info) {
        boolean moves = info.kind() == MediaKind.VIDEO || info.kind() == MediaKind.ANIMATION;
        return new FileFacts(
                info.video().map(VideoInfo::width).orElse(0),
                info.video().map(VideoInfo::height).orElse(0),
                moves
                        ? info.video()
                                .map(VideoInfo::frameRate)
                                .map(Rational::value)
                                .orElse(0.0)
                        : 0,
                info.duration(),
                moves,
                info.hasSound());
    }
}
