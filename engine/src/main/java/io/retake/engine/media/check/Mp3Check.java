package io.retake.engine.media.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An MP3 (ISO/IEC 11172-3, 13818-3): how long it is by the first frame of those encoders that write it there. */
final class Mp3Check {
    /** After the header and the side information, which is the longest for stereo. */
    private static final int WITHIN = 64;

    /** Samples a second by version, then by index. */
    private static final int[][] RATES = {{11025, 12000, 8000}, {}, {22050, 24000, 16000}, {44100, 48000, 32000}};

    private static final int HAS_FRAMES = 1;

    private Mp3Check() {}

    /** Eleven bits of synchronization, and the third layer. */
    static boolean isOne(String head) {
        return head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe6) == 0xe2;
    }

    /** @param at where the sound begins, after the tag */
    static FileCheck of(Bytes bytes, long at) throws IOException {
        String head = bytes.text(at, WITHIN);
        if (!bytes.has(at, WITHIN) || !isOne(head)) {
            return FileCheck.UNKNOWN;
        }
        int version = head.charAt(1) >> 3 & 3;
        int index = head.charAt(2) >> 2 & 3;
        int mark = Math.max(head.indexOf("Xing"), head.indexOf("Info"));
        if (mark < 0 || index >= RATES[version].length) {
            return FileCheck.UNKNOWN;
        }
        long flags = bytes.big32(at + mark + 4);
        long samples = bytes.big32(at + mark + 8) * (version == 3 ? 1152 : 576);
        return (flags & HAS_FRAMES) == 0
                ? FileCheck.UNKNOWN
                : FileCheck.film(false, Optional.of(Duration.ofMillis(samples * 1000 / RATES[version][index])));
    }
}
