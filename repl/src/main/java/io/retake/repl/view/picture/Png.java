package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.picture.PngHeader.ColorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Decodes and encodes PNG (W3C, third edition) as far as stills need it: every color type at 8 and 16 bits, palettes
 * and grays of fewer, no interlacing. The JDK's own reader would load all of AWT.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LARGEST_CHUNK = 256 << 20;

    private Png() {}

    /**
     * Decodes a picture.
     *
     * @throws PictureException if it isn't a PNG, is damaged, or is of an unsupported kind
     */
    static Pixels read(byte[] file) {
        try {
            return new PngReader(new DataInputStream(new ByteArrayInputStream(file))).read();
        } catch (IOException e) {
            throw new PictureException(ProgramMessages.text("picture.png-broken"), e);
        }
    }

    /** Decodes chunk by chunk. */
    private static final class PngReader {
        private final DataInputStream in;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private int[] palette = {};

        PngReader(DataInputStream in) {
            this.in = in;
        }

        Pixels read() throws IOException {
            byte[] signature = in.readNBytes(SIGNATURE.length);
            if (!Arrays.equals(signature, SIGNATURE)) {
                throw new PictureException(ProgramMessages.text("picture.no-png"), null);
            }
            PngHeader header = null;
            String type = "";
            while (!type.equals("IEND")) {
                int length = in.readInt();
                type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (length < 0 || length > LARGEST_CHUNK) {
                    throw new IOException("a chunk of " + length + " bytes");
                }
                byte[] content = in.readNBytes(length);
                if (content.length < length) {
                    throw new IOException("a chunk ends early");
                }
                in.readInt(); // skip the checksum: zlib has its own
                switch (type) {
                    case "IHDR" -> header = PngHeader.read(content);
                    case "PLTE" -> palette = colors(content);
                    case "IDAT" -> data.write(content);
                    default -> {}
                }
            }
            if (header == null) {
                throw new IOException("there is no header");
            }
            return pixels(header);
        }

        private static int[] colors(byte[] content) {
            int[] colors = new int[content.length / 3];
            for (int i = 0; i < colors.length; i++) {
                colors[i] =
                        (content[3 * i] & 0xff) << 16 | (content[3 * i + 1] & 0xff) << 8 | (content[3 * i + 2] & 0xff);
            }
            return colors;
        }

        private Pixels pixels(PngHeader header) throws IOException {
            int[] rgb = new int[header.width() * header.height()];
            byte[] above = new byte[header.rowBytes()];
            try (InputStream rows = new InflaterInputStream(new ByteArrayInputStream(data.toByteArray()))) {
                for (int y = 0; y < header.height(); y++) {
                    int filter = rows.read();
                    byte[] row = rows.readNBytes(header.rowBytes());
                    if (filter < 0 || row.length < header.rowBytes()) {
                        throw new IOException("a row ends early");
                    }
                    unfilter(filter, row, above, header.pixelBytes());
                    for (int x = 0; x < header.width(); x++) {
                        rgb[y * header.width() + x] = pixel(header, row, x);
                    }
                    above = row;
                }
            }
            return new Pixels(header.width(), header.height(), rgb);
        }

        private int pixel(PngHeader header, byte[] row, int x) throws IOException {
            int at = x * header.pixelBytes();
            int step = header.bits() / 8;
            return switch (header.type()) {
                case GREY, GREY_ALPHA ->
                    header.bits() < 8
                            ? header.packed(row, x) * 0xff / ((1 << header.bits()) - 1) * 0x010101
                            : (row[at] & 0xff) * 0x010101;
                case RGB, RGB_ALPHA ->
                    (row[at] & 0xff) << 16 | (row[at + step] & 0xff) << 8 | (row[at + 2 * step] & 0xff);
                case PALETTE -> {
                    int index = header.packed(row, x);
                    if (index >= palette.length) {
                        throw new IOException("a colour that is not in the palette");
                    }
                    yield palette[index];
                }
            };
        }

        /**
         * Reverses the filters of section 9 of the specification, which store each byte as a difference from its
         * neighbors.
         */
        private static void unfilter(int filter, byte[] row, byte[] above, int step) throws IOException {
            for (int i = 0; i < row.length; i++) {
                int left = i < step ? 0 : row[i - step] & 0xff;
                int up = above[i] & 0xff;
                int corner = i < step ? 0 : above[i - step] & 0xff;
                row[i] += (byte)
                        switch (filter) {
                            case 0 -> 0;
                            case 1 -> left;
                            case 2 -> up;
                            case 3 -> (left + up) / 2;
                            case 4 -> paeth(left, up, corner);
                            default -> throw new IOException("filter " + filter);
                        };
            }
        }

        private static int paeth(int left, int up, int corner) {
            int estimate = left + up - corner;
            int toLeft = Math.abs(estimate - left);
            int toUp = Math.abs(estimate - up);
            int toCorner = Math.abs(estimate - corner);
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }

    /** Encodes a picture with 8 bits per color. */
    static byte[] write(Pixels pixels) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.write(SIGNATURE);
            chunk(out, "IHDR", PngHeader.of(pixels, ColorType.RGB).bytes());
            chunk(out, "IDAT", compressed(pixels));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // can't happen in memory
        }
    }

    private static byte[] compressed(Pixels pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] row = new byte[1 + 3 * pixels.width()];
            for (int y = 0; y < pixels.height(); y++) {
                row[0] = 1; // filter 1, the difference from the previous pixel: cheap, and half the size
                int before = 0;
                for (int x = 0; x < pixels.width(); x++) {
                    int pixel = pixels.at(x, y);
                    for (int color = 0; color < 3; color++) {
                        int shift = 16 - 8 * color;
                        row[1 + 3 * x + color] = (byte) ((pixel >> shift) - (before >> shift));
                    }
                    before = pixel;
                }
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt((int) sum.getValue());
    }
}
