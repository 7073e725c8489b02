package io.retake.engine.media.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An AVI or WAV file (Microsoft and IBM, RIFF): whether it is as long as it says, and how long its sound was to be. */
final class RiffCheck {
    /** A program that records doesn't know yet, and writes this or nothing. */
    private static final long UNKNOWN = 0xffffffffL;

    private static final int MOST_CHUNKS = 10_000;

    private RiffCheck() {}

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        if (bytes.text(0, 4).equals("RF64") || !bytes.has(0, 12)) {
            return FileCheck.UNKNOWN;
        }
        long length = bytes.little32(4);
        boolean known = length != 0 && length != UNKNOWN;
        if (bytes.text(8, 4).equals("WAVE")) {
            return sound(bytes);
        }
        return FileCheck.film(known && !bytes.has(8, length - 4), Optional.empty());
    }

    private static FileCheck sound(Bytes bytes) throws IOException, FileRefused {
        FileCheck found = FileCheck.UNKNOWN;
        long rate = 0;
        long at = 12;
        for (int chunks = 0; chunks < MOST_CHUNKS && bytes.has(at, 8); chunks++) {
            String type = bytes.text(at, 4);
            long length = bytes.little32(at + 4);
            if (type.equals("fmt ") && bytes.has(at + 8, 16)) {
                rate = bytes.little32(at + 16);
            } else if (type.equals("data")) {
                found = data(bytes, at + 8, length, rate);
            } else if (type.equalsIgnoreCase("id3 ")) {
                Id3Check.check(bytes, at + 8);
            }
            at += 8 + length + (length & 1);
        }
        return found;
    }

    private static FileCheck data(Bytes bytes, long at, long length, long rate) {
        boolean known = length != 0 && length < UNKNOWN - 0xff;
        boolean cut = known && !bytes.has(at, length);
        Duration promised = Duration.ofMillis(Math.round(length * 1000.0 / Math.max(1, rate)));
        return FileCheck.film(cut, cut && rate > 0 ? Optional.of(promised) : Optional.empty());
    }
}
