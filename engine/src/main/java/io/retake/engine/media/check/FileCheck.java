package io.retake.engine.media.check;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The result of a check of a file's structure.
 *
 * @param refusal the reason not to open it, as the rest of a sentence that begins with its name; empty when nothing
 *     speaks against it
 * @param pixels of a still, or of the canvas of a GIF, as its header says; empty for everything else
 * @param cutOff whether it ends before it should
 * @param promised the length that it declares, where only its structure knows
 */
public record FileCheck(Optional<String> refusal, OptionalLong pixels, boolean cutOff, Optional<Duration> promised) {

    /** Nothing is known of it. */
    static final FileCheck UNKNOWN = new FileCheck(Optional.empty(), OptionalLong.empty(), false, Optional.empty());

    static FileCheck still(long width, long height) {
        return new FileCheck(Optional.empty(), OptionalLong.of(width * height), false, Optional.empty());
    }

    static FileCheck film(boolean cutOff, Optional<Duration> promised) {
        return new FileCheck(Optional.empty(), OptionalLong.empty(), cutOff, promised);
    }

    private static FileCheck refused(String why) {
        return new FileCheck(Optional.of(why), OptionalLong.empty(), false, Optional.empty());
    }

    /**
     * Reads a file's structure.
     *
     * @param name its name, whose extension says what it should be
     */
    public static FileCheck of(Path file, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Bytes bytes = new Bytes(channel);
            try {
                return checked(bytes, name);
            } catch (FileRefused e) {
                return refused(String.valueOf(e.getMessage()));
            } catch (EOFException e) {
                return film(true, Optional.empty());
            }
        }
    }

    private static FileCheck checked(Bytes bytes, String name) throws IOException, FileRefused {
        String head = bytes.text(0, 16);
        if (head.startsWith(PngCheck.HEAD)) {
            return PngCheck.of(bytes);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JpegCheck.of(bytes);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GifCheck.of(bytes);
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WebpCheck.of(bytes);
        }
        FileCheck check = film(bytes, head, name);
        EmbeddedCheck.check(bytes);
        return check;
    }

    private static FileCheck film(Bytes bytes, String head, String name) throws IOException, FileRefused {
        if (head.startsWith("RIFF") || head.startsWith("RF64")) {
            return RiffCheck.of(bytes);
        }
        if (head.startsWith("ID3")) {
            return Mp3Check.of(bytes, Id3Check.check(bytes, 0));
        }
        if (Mp3Check.isOne(head)) {
            return Mp3Check.of(bytes, 0);
        }
        if (Mp4Check.isOne(head)) {
            return Mp4Check.of(bytes);
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return MatroskaCheck.of(bytes);
        }
        NotMedia.check(bytes, name);
        return PacketCheck.of(bytes);
    }
}
