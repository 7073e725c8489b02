package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;

/** A GIF (CompuServe, version 89a): every block of it is whole. One whose last byte alone is missing shows well. */
final class GifCheck {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;
    private static final int HEAD = 13;

    private final Bytes bytes;
    private int pictures;

    private GifCheck(Bytes bytes) {
        this.bytes = bytes;
    }

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        return new GifCheck(bytes).walked();
    }

    private FileCheck walked() throws IOException, FileRefused {
        if (!bytes.has(0, HEAD)) {
            throw FileRefused.cutOff(EngineMessages.text("damage.no-picture"));
        }
        long at = (long) HEAD + colors(bytes.unsignedByte(10));
        while (bytes.has(at, 1) && bytes.unsignedByte(at) != END) {
            int block = bytes.unsignedByte(at);
            if (block == EXTENSION) {
                at = data(at + 2);
            } else if (block == PICTURE) {
                require(bytes.has(at, 11));
                at = data(at + 11 + colors(bytes.unsignedByte(at + 9)));
                pictures++;
            } else if (block == 0) {
                at++; // some programs leave one too many
            } else {
                throw FileRefused.damaged(EngineMessages.text("damage.after-pictures", pictures));
            }
        }
        if (pictures == 0) {
            throw FileRefused.cutOff(EngineMessages.text("damage.no-picture"));
        }
        return FileCheck.still(bytes.little16(6), bytes.little16(8));
    }

    /** The length of a table of colors. */
    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Over blocks of up to 255 bytes, to after the empty one that ends them. */
    private long data(long from) throws IOException, FileRefused {
        long at = from;
        while (true) {
            require(bytes.has(at, 1));
            int length = bytes.unsignedByte(at);
            at += 1 + length;
            if (length == 0) {
                return at;
            }
        }
    }

    private void require(boolean there) throws FileRefused {
        if (!there) {
            throw FileRefused.cutOff(
                    pictures == 0
                            ? EngineMessages.text("damage.ends-within")
                            : EngineMessages.text("damage.ends-within-picture", pictures + 1));
        }
    }
}
