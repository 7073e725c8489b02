package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** An MP4 or QuickTime file (ISO/IEC 14496-12): whether its last box is whole. */
final class Mp4Check {
    private static final Set<String> FIRST =
            Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp", "sidx", "moof", "uuid");

    private static final int MOST_BOXES = 1_000_000;

    private Mp4Check() {}

    static boolean isOne(String head) {
        return head.length() >= 8 && FIRST.contains(head.substring(4, 8));
    }

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        long at = 0;
        boolean indexed = false;
        for (int boxes = 0; boxes < MOST_BOXES && bytes.has(at, 8); boxes++) {
            long length = bytes.big32(at);
            if (length == 1) {
                length = bytes.has(at, 16) ? bytes.big32(at + 8) << 32 | bytes.big32(at + 12) : 16;
            }
            if (length == 0) {
                return FileCheck.UNKNOWN; // to the end of the file, wherever that is
            }
            if (length < 8 || !isName(bytes.text(at + 4, 4))) {
                return FileCheck.UNKNOWN;
            }
            boolean whole = bytes.has(at, length);
            if (whole && bytes.text(at + 4, 4).equals("moov")) {
                Mp4Index.check(bytes, at, length);
                indexed = true;
            }
            if (!whole) {
                return found(indexed, true);
            }
            at += length;
        }
        return found(indexed, false);
    }

    private static FileCheck found(boolean indexed, boolean cutOff) throws FileRefused {
        if (!indexed) {
            throw FileRefused.cutOff(EngineMessages.text("damage.no-index"));
        }
        return FileCheck.film(cutOff, Optional.empty());
    }

    private static boolean isName(String type) {
        return type.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == 0xa9);
    }
}
