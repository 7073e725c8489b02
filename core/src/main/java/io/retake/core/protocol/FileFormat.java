package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an export can be: the one list. */
public enum FileFormat {
    /** H.264 and AAC: plays everywhere. */
    MP4(true, true, true),
    /** The same as QuickTime. */
    MOV(true, true, true),
    /** The same as Matroska. */
    MKV(true, true, true),
    /** VP9 and Opus. */
    WEBM(true, true, true),
    /** A moving picture of 256 colours. */
    GIF(true, false, false),
    /** The sound alone. */
    MP3(false, true, true),
    /** The sound alone, uncompressed. */
    WAV(false, true, false),
    /** One picture, without loss. */
    PNG(true, false, false),
    /** One picture. */
    JPG(true, false, false);

    private final boolean picture;
    private final boolean sound;
    private final boolean rated;

    FileFormat(boolean picture, boolean sound, boolean rated) {
        this.picture = picture;
        this.sound = sound;
        this.rated = rated;
    }

    /** Whether something is seen. */
    public boolean hasPicture() {
        return picture;
    }

    /** Whether something can be heard. */
    public boolean hasSound() {
        return sound;
    }

    /** Whether its picture moves. */
    public boolean moves() {
        return picture && !isStill();
    }

    /** Whether its size in bytes can be aimed at. */
    public boolean isRated() {
        return rated;
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
