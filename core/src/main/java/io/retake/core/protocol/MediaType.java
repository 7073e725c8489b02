package io.retake.core.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files a backend accepts: the one list of extensions, what they hold and their MIME types. */
public enum MediaType {
    MP4(Kind.VIDEO, "video/mp4"),
    MOV(Kind.VIDEO, "video/quicktime"),
    AVI(Kind.VIDEO, "video/x-msvideo"),
    WEBM(Kind.VIDEO, "video/webm"),
    MKV(Kind.VIDEO, "video/x-matroska"),
    JPG(Kind.IMAGE, "image/jpeg", "jpeg"),
    PNG(Kind.IMAGE, "image/png"),
    GIF(Kind.IMAGE, "image/gif"),
    WEBP(Kind.IMAGE, "image/webp"),
    MP3(Kind.AUDIO, "audio/mpeg"),
    WAV(Kind.AUDIO, "audio/wav"),
    M4A(Kind.AUDIO, "audio/mp4"),
    AAC(Kind.AUDIO, "audio/aac"),
    /** From here on the engine's own: the cloud's documented list ends with aac. */
    SRT(Kind.CAPTIONS, "application/x-subrip"),
    VTT(Kind.CAPTIONS, "text/vtt"),
    CUBE(Kind.LUT, "application/x-cube-lut");

    /** What a file of a type holds. */
    public enum Kind {
        VIDEO(MAX_BYTES),
        IMAGE(MAX_BYTES),
        AUDIO(MAX_BYTES),
        /** Text with times; the talk of a long film has 0.2 MB. */
        CAPTIONS(2L << 20),
        /** A table of colours; the largest that is taken has 8 MB. */
        LUT(16L << 20);

        private final long maxBytes;

        Kind(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** The size up to which such a file is accepted. */
        public long maxBytes() {
            return maxBytes;
        }
    }

    /** The size up to which any file is accepted: 500 MB, read as 500 · 2^20 bytes. */
    public static final long MAX_BYTES = 500L * 1024 * 1024;

    private final Kind kind;
    private final String mime;
    private final String alias;

    MediaType(Kind kind, String mime) {
        this(kind, mime, "");
    }

    MediaType(Kind kind, String mime, String alias) {
        this.kind = kind;
        this.mime = mime;
        this.alias = alias;
    }

    public Kind kind() {
        return kind;
    }

    public String mime() {
        return mime;
    }

    /** The extension as the protocol lists it: lower case, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a file by its name (or a URL's path), upper or lower case; empty when it is not accepted. */
    public static Optional<MediaType> ofName(String fileName) {
        String extension = extensionOf(fileName);
        return Arrays.stream(values())
                .filter(type ->
                        !extension.isEmpty() && (type.extension().equals(extension) || type.alias.equals(extension)))
                .findFirst();
    }

    /** All accepted extensions as a sentence needs them: {@code mp4, mov, …, cube}. */
    public static String accepted() {
        return Arrays.stream(values()).map(MediaType::extension).collect(Collectors.joining(", "));
    }

    /** All accepted extensions, other spellings too. */
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
