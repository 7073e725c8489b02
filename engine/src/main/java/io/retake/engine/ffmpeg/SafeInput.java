package io.retake.engine.ffmpeg;

import io.retake.core.protocol.TerminalText;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user's file in a form that FFmpeg opens safely: only through the file protocol, only as a format that can't name
 * another file (a playlist called .mp4 would), only with pictures of a size that fits in memory, and never by a name
 * that reads as an option, a protocol or a pattern.
 */
public final class SafeInput {
    /** A PNG of 0.7 MB can unfold to gigabytes; 8K video has 33 million. */
    public static final long MOST_PIXELS = 50_000_000;

    /** Containers that hold their own media. Absent on purpose: concat, hls, dash, image2, ffmetadata, lavfi, … */
    private static final String CONTAINERS = "mov,matroska,avi,mpegts,mpeg,mp3,wav,w64,flac,ogg,aac,flv,asf,gif,aiff,"
            + "caf,amr,dv,ac3,eac3,ivf,m4v,mpegvideo,apng";

    private static final int LONGEST_NAME = 120;

    /**
     * Bytes read to recognize a picture: a PNG may have a color profile before the chunk that makes it an animation.
     */
    private static final int HEAD = 16 << 10;

    private final Path file;
    private final long size;
    private final Optional<String> picture;

    private SafeInput(Path file, long size, Optional<String> picture) {
        this.file = file;
        this.size = size;
        this.picture = picture;
    }

    /**
     * Checks the file's first bytes.
     *
     * @throws MediaException when it is missing, empty, a folder or unreadable
     */
    public static SafeInput of(Path file) {
        return of(file, String.valueOf(file.getFileName()));
    }

    /**
     * Looks at the first bytes of a file whose stored name differs from the name its user gave it.
     *
     * @param name the user's name, for messages
     * @throws MediaException when it is missing, empty, a folder or unreadable
     */
    public static SafeInput of(Path file, String name) {
        Path absolute = file.toAbsolutePath();
        try {
            if (!Files.isRegularFile(absolute)) {
                throw new MediaException(EngineMessages.text("file.missing", shown(name)));
            }
            if (Files.size(absolute) == 0) {
                throw new MediaException(EngineMessages.text("file.empty", shown(name)));
            }
            try (InputStream in = Files.newInputStream(absolute)) {
                return new SafeInput(absolute, Files.size(absolute), pictureFormat(in.readNBytes(HEAD)));
            }
        } catch (IOException e) {
            throw new MediaException(EngineMessages.text("file.unreadable", shown(name)), e);
        }
    }

    /** Returns the absolute path. */
    public Path file() {
        return file;
    }

    /** Returns the size in bytes. */
    public long size() {
        return size;
    }

    /** Returns whether it is a single picture. */
    public boolean isPicture() {
        return picture.isPresent();
    }

    /** The arguments that open it, with options of this input before them: {@code … -i file:/…}. */
    public List<String> arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        String formats = picture.orElse(CONTAINERS);
        picture.ifPresent(format -> arguments.addAll(List.of("-f", format)));
        arguments.addAll(List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                formats,
                "-max_pixels",
                String.valueOf(MOST_PIXELS / 50 * 51), // FFmpeg counts what it rounds up to as well
                "-probesize",
                "20M",
                "-analyzeduration",
                "10M",
                "-i",
                "file:" + file));
        return arguments;
    }

    /**
     * A picture's format is forced: by its name FFmpeg would take the image sequence reader, to which a % in the name
     * is a pattern over other files.
     */
    private static Optional<String> pictureFormat(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return isMoving(text) ? Optional.empty() : Optional.of("png_pipe");
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("jpeg_pipe");
        }
        if (text.startsWith("BM")) {
            return Optional.of("bmp_pipe");
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of("tiff_pipe");
        }
        boolean webp = text.length() >= 12 && text.startsWith("RIFF") && text.startsWith("WEBP", 8);
        return webp ? Optional.of("webp_pipe") : Optional.empty();
    }

    /** Returns whether a PNG is animated (APNG): it says so before its first picture, and is read as video. */
    private static boolean isMoving(String png) {
        int moving = png.indexOf("acTL");
        int picture = png.indexOf("IDAT");
        return moving > 0 && (picture < 0 || moving < picture);
    }

    /** Returns a name that is safe to show, without control characters that would act on a terminal. */
    public static String shown(String name) {
        String clean = TerminalText.excerpt(name, LONGEST_NAME);
        return clean.isEmpty() ? EngineMessages.text("file.unnamed") : clean;
    }
}
