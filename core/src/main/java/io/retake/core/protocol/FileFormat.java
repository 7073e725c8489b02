package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an export can be: the one list. */
public enum FileFormat {
    /** H.264 and AAC: plays everywhere. */
    MP4(true, true),
    /** The same as QuickTime. */
    MOV(true, true),
    /** The same as Matroska. */
    MKV(true, true),
    /** VP9 and Opus. */
    WEBM(true, true),
    /** A moving picture of 256 colours. */
    GIF(true, false),
    /** The sound alone. */
    MP3(false, true),
    /** The sound alone, uncompressed. */
    WAV(false, true),
    /** One picture, without loss. */
    PNG(true, false),
    /** One picture. */
    JPG(true, false);

    private final boolean picture;
    private final boolean sound;

    FileFormat(boolean picture, boolean sound) {
        this.picture = picture;
        this.sound = sound;
    }

    /** Whether something is seen. */
    public boolean hasPicture() {
        return picture;
    }

    /** Whether something can be heard. */
    public boolean hasSound() {
        return sound;
    }

    /** Whether it is one picture of one moment. */
    public boolean isStill() {
        return this == PNG || this == JPG;
    }

    /** On the wire and behind a file's name, lower case. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its wire name, such as mp4. */
    public static Optional<FileFormat> of(String name) {
        return Arrays.stream(values()).filter(f -> f.extension().equals(name)).findFirst();
    }

    /** All wire names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FileFormat::extension).toList();
    }
}
