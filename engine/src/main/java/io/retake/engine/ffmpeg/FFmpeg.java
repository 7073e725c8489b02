package io.retake.engine.ffmpeg;

import io.retake.core.Places;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Platform;
import java.nio.file.Path;
import java.util.Map;

/**
 * The FFmpeg in use.
 *
 * @param ffmpeg the program, absolute
 * @param ffprobe its sister, absolute
 * @param version such as 8.0.1
 * @param origin why this one was chosen: a sentence for users
 * @param environment variables to set when it is started, on top of the inherited environment
 * @param capabilities its encoders, filters and demuxers
 */
public record FFmpeg(
        Path ffmpeg,
        Path ffprobe,
        String version,
        String origin,
        Map<String, String> environment,
        Capabilities capabilities) {

    public FFmpeg {
        environment = Map.copyOf(environment);
    }

    /**
     * Finds FFmpeg: the one that {@code RETAKE_FFMPEG} names, or else the one that comes with Retake, unpacked on first
     * use into the user's cache folder.
     *
     * @throws MediaException when there is none that runs
     */
    public static FFmpeg locate(Map<String, String> environment) {
        return new Locator(
                        Platform.current(), environment, Places.of(environment).cache(), FFmpeg.class.getClassLoader())
                .locate();
    }
}
