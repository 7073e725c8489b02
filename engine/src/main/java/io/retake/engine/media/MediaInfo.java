package io.retake.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is in a media file.
 *
 * @param hash the SHA-256 of its bytes
 * @param name the file's name, for a person
 * @param kind what it is
 * @param container FFmpeg's name of the format
 * @param duration of the picture, or of the sound where there is no picture; zero for an image. Exact to a microsecond
 * @param video the picture; empty for sound
 * @param audio the sound streams in file order
 */
public record MediaInfo(
        String hash,
        String name,
        MediaKind kind,
        String container,
        Duration duration,
        Optional<VideoInfo> video,
        List<AudioInfo> audio) {

    public MediaInfo {
        audio = List.copyOf(audio);
    }

    public boolean hasSound() {
        return !audio.isEmpty();
    }
}
