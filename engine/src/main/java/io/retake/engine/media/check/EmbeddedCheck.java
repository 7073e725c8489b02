package io.retake.engine.media.check;

import java.io.EOFException;
import java.io.IOException;

/**
 * Pictures inside of a film or sound: covers, attachments, frames. FFmpeg decodes some of them whenever it opens the file,
 * so that what a PNG's texts and a JPEG's Exif data unfold to matters here too. They are found by their first bytes,
 * wherever they lie; of a large file at its beginning and at its end, since a large file needs no trick to be large.
 */
final class EmbeddedCheck {
    private static final long LOOKED_AT = 32L << 20;
    private static final int STEP = 64 << 10;
    private static final int MOST_PICTURES = 64;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private final Bytes bytes;
    private int pictures;

    private EmbeddedCheck(Bytes bytes) {
        this.bytes = bytes;
    }

    static void check(Bytes bytes) throws IOException, FileRefused {
        EmbeddedCheck check = new EmbeddedCheck(bytes);
        long first = Math.min(bytes.size(), LOOKED_AT);
        check.look(0, first);
        check.look(Math.max(first, bytes.size() - LOOKED_AT), bytes.size());
    }

    private void look(long from, long to) throws IOException, FileRefused {
        for (long at = from; at < to && pictures < MOST_PICTURES; at += STEP) {
            byte[] block = bytes.upTo(at, STEP + PNG.length);
            for (int i = 0; i < Math.min(STEP, block.length) && pictures < MOST_PICTURES; i++) {
                if (block[i] == PNG[0] && isAt(block, i, PNG)) {
                    picture(at + i);
                } else if (block[i] == EXIF[0] && isAt(block, i, EXIF)) {
                    exif(at + i);
                }
            }
        }
    }

    private static boolean isAt(byte[] block, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= block.length || block[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void picture(long at) throws IOException, FileRefused {
        pictures++;
        try {
            PngCheck.texts(bytes, at);
        } catch (EOFException e) {
            // Not a whole one, which spoils nothing here.
        }
    }

    /** Its length stands before it, as in a JPEG; what is longer than that is no Exif. */
    private void exif(long at) throws IOException, FileRefused {
        pictures++;
        long length = at >= 2 ? bytes.big16(at - 2) - 8L : 0;
        if (length > 0 && bytes.has(at + EXIF.length, length)) {
            ExifCheck.check(bytes, at + EXIF.length, length);
        }
    }
}
