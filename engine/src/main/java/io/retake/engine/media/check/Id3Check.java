package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;

/**
 * The tag of an MP3 or WAV (id3.org, ID3v2.2 to 2.4): few enough entries, and none that is folded and says it unfolds to
 * more than any picture has. FFmpeg's time grows with the square of the entries, and it sets aside what an entry says.
 */
final class Id3Check {
    private static final int HEAD = 10;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNFOLDED = 16L << 20;

    private Id3Check() {}

    /**
     * Checks a tag.
     *
     * @param begin where it begins
     * @return where it ends
     */
    static long check(Bytes bytes, long begin) throws IOException, FileRefused {
        if (!bytes.has(begin, HEAD) || !bytes.text(begin, 3).equals("ID3")) {
            return begin;
        }
        int version = bytes.unsignedByte(begin + 3);
        long end = Math.min(bytes.size(), begin + HEAD + safe(bytes.big32(begin + 6)));
        int head = version == 2 ? 6 : HEAD;
        long at = begin + HEAD;
        for (int entries = 0; at + head < end && bytes.unsignedByte(at) != 0; entries++) {
            if (entries >= MOST_ENTRIES) {
                throw FileRefused.swollen(EngineMessages.text("damage.tag-entries", MOST_ENTRIES));
            }
            if (unfolded(bytes, version, at) > MOST_UNFOLDED) {
                throw FileRefused.swollen(EngineMessages.text("damage.tag-size", MOST_UNFOLDED >> 20));
            }
            at += head + length(bytes, version, at);
        }
        return end;
    }

    private static long length(Bytes bytes, int version, long at) throws IOException {
        return switch (version) {
            case 2 -> Bytes.number(bytes.at(at + 3, 3), true);
            case 3 -> bytes.big32(at + 4);
            default -> safe(bytes.big32(at + 4));
        };
    }

    /** Returns the declared size in bytes of a compressed entry once decompressed; 0 for others. */
    private static long unfolded(Bytes bytes, int version, long at) throws IOException {
        if (version < 3 || !bytes.has(at, HEAD + 4)) {
            return 0;
        }
        int flags = bytes.unsignedByte(at + 9);
        boolean folded = (flags & (version == 3 ? 0x80 : 0x08)) != 0;
        // FFmpeg takes it as a plain number in both versions.
        return folded ? bytes.big32(at + HEAD) : 0;
    }

    /** Seven bits of each byte. */
    private static long safe(long number) {
        return ((number >> 24 & 0x7f) << 21)
                | ((number >> 16 & 0x7f) << 14)
                | ((number >> 8 & 0x7f) << 7)
                | (number & 0x7f);
    }
}
