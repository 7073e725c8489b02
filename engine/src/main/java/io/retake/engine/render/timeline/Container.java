package io.retake.engine.render.timeline;

import io.retake.core.protocol.FileFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The export formats, each with its encoders and its container. */
public enum Container {
    MP4(FileFormat.MP4),
    MOV(FileFormat.MOV),
    MKV(FileFormat.MKV),
    WEBM(FileFormat.WEBM),
    GIF(FileFormat.GIF),
    MP3(FileFormat.MP3),
    WAV(FileFormat.WAV),
    PNG(FileFormat.PNG),
    JPG(FileFormat.JPG);

    private final FileFormat format;

    Container(FileFormat format) {
        this.format = format;
    }

    public boolean hasPicture() {
        return format.hasPicture();
    }

    public boolean hasSound() {
        return format.hasSound();
    }

    /** Returns whether it is a still. */
    public boolean isStill() {
        return format.isStill();
    }

    public String extension() {
        return format.extension();
    }

    /** Finds a container by its wire name, such as mp4. */
    public static Optional<Container> of(String name) {
        return FileFormat.of(name)
                .flatMap(f -> Arrays.stream(values()).filter(c -> c.format == f).findFirst());
    }

    /** Returns all names, for a message. */
    public static String names() {
        return String.join(", ", FileFormat.names());
    }

    /** Returns whether a size limit is possible. */
    boolean isRated() {
        return format.isRated();
    }

    /** Returns the encoder's arguments, with a bit rate in place of the quality if one is given. */
    public List<String> pictureEncoder(Quality quality, Optional<Long> bitsPerSecond) {
        List<String> options = new ArrayList<>(pictureEncoder(quality));
        if (bitsPerSecond.isPresent() && this != GIF && !isStill()) {
            int crf = options.indexOf("-crf");
            options.subList(crf, crf + 2).clear();
            int free = options.indexOf("-b:v");
            if (free >= 0) {
                options.subList(free, free + 2).clear();
            }
            String rate = String.valueOf(bitsPerSecond.get());
            options.addAll(
                    List.of("-b:v", rate, "-maxrate", rate, "-bufsize", String.valueOf(2 * bitsPerSecond.get())));
        }
        return options;
    }

    public List<String> soundEncoder(Optional<Long> bitsPerSecond) {
        List<String> options = new ArrayList<>(soundEncoder());
        if (bitsPerSecond.isPresent() && options.size() == 4) {
            options.set(2, "-b:a");
            options.set(3, String.valueOf(bitsPerSecond.get()));
        }
        return options;
    }

    public List<String> pictureEncoder(Quality quality) {
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
            case PNG -> List.of("-c:v", "png");
            case JPG ->
                List.of(
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        String.valueOf(quality == Quality.HIGH ? 2 : quality == Quality.MEDIUM ? 4 : 8));
            case MP3, WAV -> List.of();
        };
    }

    public List<String> soundEncoder() {
        return switch (this) {
            case MP4, MOV, MKV -> List.of("-c:a", "aac", "-b:a", "192k");
            case WEBM -> List.of("-c:a", "libopus", "-b:a", "160k");
            case MP3 -> List.of("-c:a", "libmp3lame", "-q:a", "2");
            case WAV -> List.of("-c:a", "pcm_s16le");
            case GIF, PNG, JPG -> List.of();
        };
    }

    public List<String> muxer() {
        return switch (this) {
            case MP4 -> List.of("-f", "mp4", "-movflags", "+faststart");
            case MOV -> List.of("-f", "mov", "-movflags", "+faststart");
            case MKV -> List.of("-f", "matroska");
            case WEBM -> List.of("-f", "webm");
            case GIF -> List.of("-f", "gif", "-loop", "0");
            case MP3 -> List.of("-f", "mp3");
            case WAV -> List.of("-f", "wav");
            case PNG, JPG -> List.of("-f", "image2", "-update", "1");
        };
    }
}
