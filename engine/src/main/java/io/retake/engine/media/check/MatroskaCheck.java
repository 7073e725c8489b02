package io.retake.engine.media.check;

import java.io.IOException;
import java.util.Optional;

/**
 * A Matroska or WebM file (RFC 8794, RFC 9559): whether it is as long as it says. What is recorded live doesn't say that
 * of the whole, but of its parts.
 */
final class MatroskaCheck {
    private static final long SEGMENT = 0x18538067L;
    private static final int MOST_PARTS = 2_000_000;

    private final Bytes bytes;

    private MatroskaCheck(Bytes bytes) {
        this.bytes = bytes;
    }

    static FileCheck of(Bytes bytes) throws IOException {
        MatroskaCheck check = new MatroskaCheck(bytes);
        long segment = check.after(0);
        if (segment < 0 || !bytes.has(segment, 12) || bytes.big32(segment) != SEGMENT) {
            return FileCheck.UNKNOWN;
        }
        long end = check.after(segment);
        boolean cutOff = end < 0 ? check.isCutOff(check.content(segment)) : end > bytes.size();
        return FileCheck.film(cutOff, Optional.empty());
    }

    /** Over all parts, into those that don't say how long they are. */
    private boolean isCutOff(long from) throws IOException {
        long at = from;
        for (int parts = 0; parts < MOST_PARTS && bytes.has(at, 1); parts++) {
            if (!bytes.has(at, 12)) {
                return bytes.has(at, 2) && after(at) > bytes.size();
            }
            long end = after(at);
            at = end < 0 ? content(at) : end;
        }
        return at > bytes.size();
    }

    /** The place after an element; -1 where its length is not known: all bits of it are set. */
    private long after(long at) throws IOException {
        long place = at + width(at);
        int width = width(place);
        long mask = (1L << (7 * width)) - 1;
        long length = Bytes.number(bytes.at(place, width), true) & mask;
        return length == mask ? -1 : place + width + length;
    }

    /** Returns the position of an element's content. */
    private long content(long at) throws IOException {
        long length = at + width(at);
        return length + width(length);
    }

    /** The number of bytes of an id or a length: the zeros before the first bit, and one. */
    private int width(long at) throws IOException {
        return Math.min(8, Integer.numberOfLeadingZeros(bytes.unsignedByte(at)) - 23);
    }
}
