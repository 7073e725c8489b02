package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;

/** A WebP (RFC 9649): as long as it says, each chunk within it, its canvas and its Exif data of a sensible size. */
final class WebpCheck {
    private static final int MOST_CHUNKS = 500_000;
    private static final long MOST_PROFILE = 16L << 20;

    private WebpCheck() {}

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        long end = 8 + bytes.little32(4);
        if (!bytes.has(0, end)) {
            throw FileRefused.cutOff(EngineMessages.text("damage.other-length", end, bytes.size()));
        }
        long pixels = 0;
        long at = 12;
        for (int chunks = 0; at + 8 <= end; chunks++) {
            String type = bytes.text(at, 4);
            long length = bytes.little32(at + 4);
            if (chunks > MOST_CHUNKS) {
                throw FileRefused.swollen(EngineMessages.text("damage.chunks", MOST_CHUNKS));
            }
            if (length > end - at - 8) {
                throw FileRefused.damaged(EngineMessages.text("damage.part-outside"));
            }
            pixels = Math.max(pixels, pixels(bytes, type, at + 8, length));
            metadata(bytes, type, at + 8, length);
            if (type.equals("ANIM")) {
                throw new FileRefused(EngineMessages.text("damage.moving-webp"));
            }
            at += 8 + length + (length & 1);
        }
        return FileCheck.still(pixels, 1);
    }

    private static void metadata(Bytes bytes, String type, long at, long length) throws IOException, FileRefused {
        if (type.equals("EXIF")) {
            boolean named = bytes.text(at, 6).equals("Exif\0\0");
            ExifCheck.check(bytes, at + (named ? 6 : 0), length - (named ? 6 : 0));
        }
        if ((type.equals("ICCP") || type.equals("XMP ")) && length > MOST_PROFILE) {
            throw FileRefused.swollen(EngineMessages.text("damage.webp-texts", MOST_PROFILE >> 20));
        }
    }

    /** Of the canvas, or of a picture without one. */
    private static long pixels(Bytes bytes, String type, long at, long length) throws IOException {
        if (type.equals("VP8X") && length >= 10) {
            return (1 + Bytes.number(bytes.at(at + 4, 3), false)) * (1 + Bytes.number(bytes.at(at + 7, 3), false));
        }
        if (type.equals("VP8 ") && length >= 10) {
            return (long) (bytes.little16(at + 6) & 0x3fff) * (bytes.little16(at + 8) & 0x3fff);
        }
        if (type.equals("VP8L") && length >= 5) {
            long bits = bytes.little32(at + 1);
            return (1 + (bits & 0x3fff)) * (1 + (bits >> 14 & 0x3fff));
        }
        return 0;
    }
}
