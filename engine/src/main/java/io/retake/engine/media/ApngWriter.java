package io.retake.engine.media;

import io.retake.core.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes an animated PNG (PNG specification, third edition, section 11.3.6), eight bits a channel: of each picture only the
 * area that changed.
 */
final class ApngWriter implements Closeable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    /** The line above, taken away from each line: what is the same in both becomes zeros. */
    private static final int FILTER_UP = 2;

    private static final int MOST_UNITS = 65_535;

    private final DataOutputStream out;
    private final boolean alpha;
    private int sequence;

    ApngWriter(Path target, int width, int height, int frames, boolean alpha) throws IOException {
        this.alpha = alpha;
        out = new DataOutputStream(new BufferedOutputStream(PrivateFiles.newOutputStream(target), 1 << 16));
        out.write(SIGNATURE);
        chunk("IHDR", data -> {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, (byte) (alpha ? 6 : 2), 0, 0, 0});
        });
        chunk("acTL", data -> {
            data.writeInt(frames);
            data.writeInt(0);
        });
    }

    /** Writes the contents of one chunk. */
    private interface Content {
        void write(DataOutputStream data) throws IOException;
    }

    /** Writes a frame; the first must cover the whole picture. */
    void frame(Canvas canvas, Canvas.Area area, int millis) throws IOException {
        boolean first = sequence == 0;
        chunk("fcTL", data -> {
            data.writeInt(sequence++);
            data.writeInt(area.width());
            data.writeInt(area.height());
            data.writeInt(area.x());
            data.writeInt(area.y());
            boolean fine = millis <= MOST_UNITS;
            data.writeShort(fine ? millis : Math.min(MOST_UNITS, millis / 1000));
            data.writeShort(fine ? 1000 : 1);
            // Stays as it is when its time is over, and replaces what is there.
            data.writeShort(0);
        });
        chunk(first ? "IDAT" : "fdAT", data -> {
            if (!first) {
                data.writeInt(sequence++);
            }
            compress(canvas, area, data);
        });
    }

    private void compress(Canvas canvas, Canvas.Area area, DataOutputStream data) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream packed = new DeflaterOutputStream(data, deflater, 1 << 14)) {
            int channels = alpha ? 4 : 3;
            byte[] above = new byte[channels * area.width()];
            byte[] line = new byte[channels * area.width()];
            byte[] filtered = new byte[1 + line.length];
            filtered[0] = FILTER_UP;
            for (int y = 0; y < area.height(); y++) {
                int from = canvas.offset(area, y);
                for (int i = 0, x = 0; x < area.width(); x++, i += channels) {
                    System.arraycopy(canvas.pixels(), from + 4 * x, line, i, channels);
                }
                for (int i = 0; i < line.length; i++) {
                    filtered[i + 1] = (byte) (line[i] - above[i]);
                }
                packed.write(filtered);
                byte[] swap = above;
                above = line;
                line = swap;
            }
        } finally {
            deflater.end();
        }
    }

    private void chunk(String name, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(name.getBytes(StandardCharsets.US_ASCII));
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            content.write(data);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        out.writeInt(bytes.size() - 4);
        bytes.writeTo(out);
        out.writeInt((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        try (out) {
            chunk("IEND", data -> {});
        }
    }
}
