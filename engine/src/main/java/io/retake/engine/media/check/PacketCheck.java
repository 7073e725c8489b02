package io.retake.engine.media.check;

import java.io.IOException;
import java.util.Optional;

/** A transport stream (ISO/IEC 13818-1): whether it ends with a whole packet. It has no other sign of being cut off. */
final class PacketCheck {
    private static final int[] LENGTHS = {188, 192, 204};
    private static final int SYNC = 0x47;
    private static final int SEEN = 5;

    private PacketCheck() {}

    static FileCheck of(Bytes bytes) throws IOException {
        for (int length : LENGTHS) {
            int lead = length == 192 ? 4 : 0;
            if (isMadeOf(bytes, length, lead)) {
                return FileCheck.film(bytes.size() % length != 0, Optional.empty());
            }
        }
        return FileCheck.UNKNOWN;
    }

    private static boolean isMadeOf(Bytes bytes, int length, int lead) throws IOException {
        for (int i = 0; i < SEEN; i++) {
            long at = (long) i * length + lead;
            if (!bytes.has(at, 1) || bytes.unsignedByte(at) != SYNC) {
                return false;
            }
        }
        return true;
    }
}
