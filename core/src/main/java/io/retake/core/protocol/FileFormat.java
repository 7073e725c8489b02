package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The export formats. */
public enum FileFormat {
    /** H.264 and AAC: plays everywhere. */
    MP4(true, true, true),
    /** The same as QuickTime. */
    MOV(true, true, true),
    /** The same as Matroska. */
    MKV(true, true, true),
    /** VP9 and Opus. */
    WEBM(true, true, true),
    /** An animated picture of 256 colors. */
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

    /** Returns whether it has a picture. */
    public boolean hasPicture() {
        return picture;
    }

    /** Returns whether it has sound. */
    public boolean hasSound() {
        return sound;
    }

    /** Returns whether its picture moves. */
    public boolean moves() {
        return picture && !isStill();
    }

    /** Returns whether a file size can be targeted. */
    public boolean isRated() {
        return rated;
    }

    /** Returns whether it is a still. */
    public boolean isStill() {
        return this == PNG || this == JPG;
    }

    /** Returns the name on the wire and the file extension, in lower case. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format with a wire name such as mp4. */
    public static Optional<FileFormat> of(String name) {
        return Arrays.stream(values()).filter(f -> f.extension().equals(name)).findFirst();
    }

    /** Returns all wire names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FileFormat::extension).toList();
    }
}
