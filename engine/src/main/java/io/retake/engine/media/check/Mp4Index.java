package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The index of an MP4 (ISO/IEC 14496-12, 8.6 and 8.7; QuickTime File Format, compressed movie resources): it names no
 * more samples than the file can have. In a few bytes it can say four billion, and FFmpeg makes an entry for each.
 */
final class Mp4Index {
    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "cmov");

    /** A file that was cut off says many more than are left: each of a byte, and fifteen of sixteen gone. */
    private static final int MOST_FOR_A_BYTE = 16;

    private static final long ALWAYS = 1_000_000;

    /** Editing programs write a few dozen. Each may show all samples again. */
    private static final long MANY_EDITS = 100;

    private static final int MOST_UNFOLDED = 16 << 20;
    private static final int MOST_BOXES = 100_000;

    private final Bytes bytes;
    private final long most;
    private int boxes;
    private long samples;
    private long inTrack;
    private long edits;

    private Mp4Index(Bytes bytes, long size) {
        this.bytes = bytes;
        this.most = Math.max(ALWAYS, MOST_FOR_A_BYTE * size);
    }

    /** @param at where the box with the index begins */
    static void check(Bytes bytes, long at, long length) throws IOException, FileRefused {
        new Mp4Index(bytes, bytes.size()).walk(at + 8, at + length);
    }

    private void walk(long from, long end) throws IOException, FileRefused {
        for (long at = from; at + 8 <= end && boxes < MOST_BOXES; boxes++) {
            long length = bytes.big32(at);
            if (length < 8 || length > end - at) {
                return; // FFmpeg says what is wrong with it
            }
            String type = bytes.text(at + 4, 4);
            if (PARENTS.contains(type)) {
                parent(type, at, length);
            } else if (length >= 20) {
                leaf(type, at, length);
            }
            at += length;
        }
    }

    private void parent(String type, long at, long length) throws IOException, FileRefused {
        if (type.equals("trak")) {
            inTrack = 0;
            edits = 0;
        }
        walk(at + 8, at + length);
        boolean swollen = edits > MANY_EDITS && inTrack * edits > most;
        if (samples > most || (type.equals("trak") && swollen)) {
            throw FileRefused.swollen(
                    EngineMessages.text("damage.samples", Math.max(samples, inTrack * edits), bytes.size()));
        }
    }

    private void leaf(String type, long at, long length) throws IOException, FileRefused {
        switch (type) {
            case "stsz", "stz2" -> {
                inTrack += bytes.big32(at + 16);
                samples += bytes.big32(at + 16);
            }
            case "elst" -> edits += bytes.big32(at + 12);
            case "cmvd" -> unfolded(at, length);
            default -> {
                // It has as many bytes as it has entries.
            }
        }
    }

    private void unfolded(long at, long length) throws IOException, FileRefused {
        if (bytes.big32(at + 8) > MOST_UNFOLDED || length > MOST_UNFOLDED) {
            throw FileRefused.swollen(EngineMessages.text("damage.index-size", MOST_UNFOLDED >> 20));
        }
        byte[] index = inflated(bytes.at(at + 12, (int) length - 12), (int) bytes.big32(at + 8));
        new Mp4Index(new Bytes(index), bytes.size()).walk(0, index.length);
    }

    private static byte[] inflated(byte[] folded, int most) {
        Inflater inflater = new Inflater();
        inflater.setInput(folded);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[64 << 10];
        try {
            int made = inflater.inflate(block);
            while (made > 0 && out.size() < most) {
                out.write(block, 0, made);
                made = inflater.inflate(block);
            }
        } catch (DataFormatException e) {
            // FFmpeg says what is wrong with it.
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
