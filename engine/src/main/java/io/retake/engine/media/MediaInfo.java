package io.retake.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The contents of a media file.
 *
 * @param hash the SHA-256 of its bytes
 * @param name the file's name, for users
 * @param kind the kind of media
 * @param container FFmpeg's name of the format
 * @param duration of the picture, or of the sound where there is no picture; zero for an image. Exact to a microsecond
 * @param video the picture; empty for sound
 * @param audio the sound streams in file order
 * @param lead how much sooner than the picture, by less than half a second, the file begins: the head start that an
 *     encoder of sound needs, mostly. Time is counted from the picture
 * @param ends the end of its data, which may be before the duration
 */
public record MediaInfo(
        String hash,
        String name,
        MediaKind kind,
        String container,
        Duration duration,
        Optional<VideoInfo> video,
        List<AudioInfo> audio,
        Duration lead,
        MediaEnds ends) {

    public MediaInfo {
        audio = List.copyOf(audio);
    }

    /** Picture and sound begin together. */
    public MediaInfo(
            String hash,
            String name,
            MediaKind kind,
            String container,
            Duration duration,
            Optional<VideoInfo> video,
            List<AudioInfo> audio) {
        this(hash, name, kind, container, duration, video, audio, Duration.ZERO, MediaEnds.UNKNOWN);
    }

    MediaInfo withEnds(MediaEnds found) {
        return new MediaInfo(hash, name, kind, container, duration, video, audio, lead, found);
    }

    /** Returns a copy with another name. */
    public MediaInfo named(String other) {
        return new MediaInfo(hash, other, kind, container, duration, video, audio, lead, ends);
    }

    /** Returns input options with which FFmpeg counts time as this program does. */
    public List<String> timing() {
        return lead.isZero()
                ? List.of()
                : List.of("-itsoffset", String.format(Locale.ROOT, "-%.6f", lead.toNanos() / 1e9));
    }

    public boolean hasSound() {
        return !audio.isEmpty();
    }
}
