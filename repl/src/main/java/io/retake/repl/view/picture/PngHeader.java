package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import java.nio.ByteBuffer;

/**
 * The header chunk of a PNG.
 *
 * @param bits the size of a sample: 8 or 16, fewer with a palette or gray
 */
record PngHeader(int width, int height, int bits, ColorType type) {
    /** Largest accepted picture: no still of a film has more, but hostile files claim more. */
    private static final long MOST_PIXELS = 64_000_000;

    /** The kinds of samples that make up a pixel. */
    enum ColorType {
        GREY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GREY_ALPHA(4, 2),
        RGB_ALPHA(6, 4);

        private final int code;
        private final int samples;

        ColorType(int code, int samples) {
            this.code = code;
            this.samples = samples;
        }
    }

    PngHeader {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new PictureException(ProgramMessages.text("picture.too-large", width, height), null);
        }
    }

    static PngHeader read(byte[] content) {
        if (content.length < 13) {
            throw new PictureException(ProgramMessages.text("picture.header-short"), null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int width = buffer.getInt();
        int height = buffer.getInt();
        int bits = buffer.get();
        ColorType type = type(buffer.get());
        boolean interlaced = content[12] != 0;
        boolean packed = bits == 1 || bits == 2 || bits == 4;
        boolean known = bits == 8
                || (bits == 16 && type != ColorType.PALETTE)
                || (packed && (type == ColorType.PALETTE || type == ColorType.GREY));
        if (interlaced || !known) {
            throw new PictureException(
                    interlaced
                            ? ProgramMessages.text("picture.png-interlaced")
                            : ProgramMessages.text("picture.png-kind"),
                    null);
        }
        return new PngHeader(width, height, bits, type);
    }

    static PngHeader of(Pixels pixels, ColorType type) {
        return new PngHeader(pixels.width(), pixels.height(), 8, type);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) type.code)
                .array();
    }

    int rowBytes() {
        return (int) (((long) width * bits * type.samples + 7) / 8);
    }

    /** Returns the distance in bytes to the left neighbor of a byte; at least 1. */
    int pixelBytes() {
        return Math.max(1, bits * type.samples / 8);
    }

    /** Returns the sample of a pixel in a row; several samples may share a byte. */
    int packed(byte[] row, int x) {
        if (bits >= 8) {
            return row[x * pixelBytes()] & 0xff;
        }
        int shift = 8 - bits - x * bits % 8;
        return row[x * bits / 8] >> shift & (1 << bits) - 1;
    }

    private static ColorType type(int code) {
        for (ColorType type : ColorType.values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new PictureException(ProgramMessages.text("picture.color-type", code), null);
    }
}
