package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;

/** A JPEG (ITU-T T.81, annex B): its segments are whole, its picture has an end, and its Exif data are no larger than they are. */
final class JpegCheck {
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP1 = 0xe1;
    private static final int MOST_SEGMENTS = 100_000;

    private final Bytes bytes;
    private long pixels;

    private JpegCheck(Bytes bytes) {
        this.bytes = bytes;
    }

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        return new JpegCheck(bytes).walked();
    }

    private FileCheck walked() throws IOException, FileRefused {
        long at = 2;
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            long found = marker(at);
            if (found < 0) {
                throw FileRefused.cutOff(EngineMessages.text("damage.no-end"));
            }
            int marker = bytes.unsignedByte(found + 1);
            if (marker == END) {
                return FileCheck.still(pixels, 1);
            }
            at = found + 2;
            if (!isBare(marker)) {
                at = segment(marker, at);
            }
        }
        throw FileRefused.swollen(EngineMessages.text("damage.segments", MOST_SEGMENTS));
    }

    /** Returns the position after a segment. */
    private long segment(int marker, long at) throws IOException, FileRefused {
        int length = bytes.has(at, 2) ? bytes.big16(at) : 0;
        if (!bytes.has(at, Math.max(2, length))) {
            throw FileRefused.cutOff(EngineMessages.text("damage.no-end"));
        }
        if (marker == APP1 && bytes.text(at + 2, 6).equals("Exif\0\0")) {
            ExifCheck.check(bytes, at + 8, length - 8L);
        } else if (isFrame(marker) && length >= 7) {
            pixels = (long) bytes.big16(at + 3) * bytes.big16(at + 5);
        } else if (marker == SCAN && pixels == 0) {
            throw FileRefused.damaged(EngineMessages.text("damage.picture-first"));
        }
        return at + Math.max(2, length);
    }

    /** Start of frame, but not the tables and the extension that have numbers between. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Restart markers, and what stands alone. */
    private static boolean isBare(int marker) {
        return (marker >= 0xd0 && marker <= 0xd8) || marker == 0x01;
    }

    /** The next marker, over the picture's data and filling; -1 where there is none. */
    private long marker(long from) throws IOException {
        for (long at = from; bytes.has(at, 2); at++) {
            if (bytes.unsignedByte(at) == 0xff) {
                int marker = bytes.unsignedByte(at + 1);
                if (marker != 0 && marker != 0xff) {
                    return at;
                }
            }
        }
        return -1;
    }
}
