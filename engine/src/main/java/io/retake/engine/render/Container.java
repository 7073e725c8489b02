package io.retake.engine.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be exported: the one list, each with its encoders. */
public enum Container {
    MP4(true, true),
    MOV(true, true),
    MKV(true, true),
    WEBM(true, true),
    GIF(true, false),
    MP3(false, true),
    WAV(false, true);

    private final boolean picture;
    private final boolean sound;

    Container(boolean picture, boolean sound) {
        this.picture = picture;
        this.sound = sound;
    }

    public boolean hasPicture() {
        return picture;
    }

    public boolean hasSound() {
        return sound;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its wire name, such as mp4. */
    public static Optional<Container> of(String name) {
        return Arrays.stream(values()).filter(c -> c.extension().equals(name)).findFirst();
    }

    /** All of them, for a sentence. */
    public static String names() {
        return Arrays.stream(values()).map(Container::extension).collect(Collectors.joining(", "));
    }

    List<String> pictureEncoder(Quality quality) {
        return switch (this) {
            case MP4, MOV, MKV ->
                List.of(
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-crf",
                        String.valueOf(quality.x264()),
                        "-pix_fmt",
                        "yuv420p");
            case WEBM ->
                List.of(
                        "-c:v",
                        "libvpx-vp9",
                        "-crf",
                        String.valueOf(quality.vp9()),
                        "-b:v",
                        "0",
                        "-deadline",
                        "good",
                        "-cpu-used",
                        "5",
                        "-row-mt",
                        "1",
                        "-pix_fmt",
                        "yuv420p");
            case GIF -> List.of("-c:v", "gif");
            case MP3, WAV -> List.of();
        };
    }

    List<String> soundEncoder() {
        return switch (this) {
            case MP4, MOV, MKV -> List.of("-c:a", "aac", "-b:a", "192k");
            case WEBM -> List.of("-c:a", "libopus", "-b:a", "160k");
            case MP3 -> List.of("-c:a", "libmp3lame", "-q:a", "2");
            case WAV -> List.of("-c:a", "pcm_s16le");
            case GIF -> List.of();
        };
    }

    List<String> muxer() {
        return switch (this) {
            case MP4 -> List.of("-f", "mp4", "-movflags", "+faststart");
            case MOV -> List.of("-f", "mov", "-movflags", "+faststart");
            case MKV -> List.of("-f", "matroska");
            case WEBM -> List.of("-f", "webm");
            case GIF -> List.of("-f", "gif", "-loop", "0");
            case MP3 -> List.of("-f", "mp3");
            case WAV -> List.of("-f", "wav");
        };
    }
}
