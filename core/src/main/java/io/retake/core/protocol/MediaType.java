package io.retake.core.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a backend accepts: their extensions, contents and MIME types. */
public enum MediaType {
    MP4(MediaKind.VIDEO, "video/mp4"),
    MOV(MediaKind.VIDEO, "video/quicktime"),
    AVI(MediaKind.VIDEO, "video/x-msvideo"),
    WEBM(MediaKind.VIDEO, "video/webm"),
    MKV(MediaKind.VIDEO, "video/x-matroska"),
    JPG(MediaKind.IMAGE, "image/jpeg", "jpeg"),
    PNG(MediaKind.IMAGE, "image/png"),
    GIF(MediaKind.IMAGE, "image/gif"),
    WEBP(MediaKind.IMAGE, "image/webp"),
    MP3(MediaKind.AUDIO, "audio/mpeg"),
    WAV(MediaKind.AUDIO, "audio/wav"),
    M4A(MediaKind.AUDIO, "audio/mp4"),
    AAC(MediaKind.AUDIO, "audio/aac"),
    /** Accepted by the engine only, like the following; the cloud's documented list ends with aac. */
    SRT(MediaKind.CAPTIONS, "application/x-subrip"),
    VTT(MediaKind.CAPTIONS, "text/vtt"),
    CUBE(MediaKind.LUT, "application/x-cube-lut");

    /** The content of a file. */
    public enum MediaKind {
        VIDEO(MAX_BYTES),
        IMAGE(MAX_BYTES),
        AUDIO(MAX_BYTES),
        /** Text with times; the captions of a long film take 0.2 MB. */
        CAPTIONS(2L << 20),
        /** A color lookup table; the largest accepted one takes 8 MB. */
        LUT(16L << 20);

        private final long maxBytes;

        MediaKind(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** Returns the maximum size of such a file. */
        public long maxBytes() {
            return maxBytes;
        }
    }

    /** The maximum size of any file: 500 MB, read as 500 · 2^20 bytes. */
    public static final long MAX_BYTES = 500L * 1024 * 1024;

    private final MediaKind kind;
    private final String mime;
    private final String alias;

    MediaType(MediaKind kind, String mime) {
        this(kind, mime, "");
    }

    MediaType(MediaKind kind, String mime, String alias) {
        this.kind = kind;
        this.mime = mime;
        this.alias = alias;
    }

    public MediaKind kind() {
        return kind;
    }

    public String mime() {
        return mime;
    }

    /** Returns the extension in the protocol: lower case, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of a file by its name (or a URL's path), in any case; empty when it is not accepted. */
    public static Optional<MediaType> ofName(String fileName) {
        String extension = extensionOf(fileName);
        return Arrays.stream(values())
                .filter(type ->
                        !extension.isEmpty() && (type.extension().equals(extension) || type.alias.equals(extension)))
                .findFirst();
    }

    /** Returns all accepted extensions for a sentence: {@code mp4, mov, …, cube}. */
    public static String accepted() {
        return Arrays.stream(values()).map(MediaType::extension).collect(Collectors.joining(", "));
    }

    /** Returns all accepted extensions, with alternative spellings. */
    public static Set<String> extensions() {
        return Arrays.stream(values())
                .flatMap(type -> Stream.of(type.extension(), type.alias))
                .filter(extension -> !extension.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String extensionOf(String fileName) {
        int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        int dot = fileName.lastIndexOf('.');
        return dot > slash ? fileName.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
