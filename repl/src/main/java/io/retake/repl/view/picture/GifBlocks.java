package io.retake.repl.view.picture;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a GIF (GIF89a) that make up its frames. Comments and other extensions are left out: of eight megabytes
 * of them, the JDK's reader makes a minute of work.
 *
 * @param file the blocks as a GIF
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
record GifBlocks(int width, int height, byte[] file, List<Part> parts) {
    private static final int HEADER = 13;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int CONTROL = 0xf9;

    /** The start of a control extension: its kind and its only size. What is between two sizes could hide other blocks. */
    private static final int CONTROL_START = EXTENSION | CONTROL << 8 | 4 << 16;

    /** Where a frame is drawn, how long it is shown, and the number of what happens to it then. */
    record Part(Rectangle area, Duration time, int disposal) {}

    /**
     * Finds the blocks.
     *
     * @throws IOException if they are damaged
     * @throws IndexOutOfBoundsException if the file ends too early
     */
    static GifBlocks of(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        List<Part> parts = new ArrayList<>();
        int control = -1;
        int at = HEADER + colors(in.get(HEADER - 3));
        kept.write(file, 0, at);
        while (in.get(at) != END) {
            int end = end(in, at);
            boolean image = in.get(at) == IMAGE;
            if (image) {
                parts.add(part(in, at, control));
            }
            control = image ? -1 : (in.getInt(at) & 0xffffff) == CONTROL_START && end == at + 8 ? at : control;
            if (image || control == at) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        kept.write(END);
        return new GifBlocks(in.getChar(6), in.getChar(8), kept.toByteArray(), parts);
    }

    private static int end(ByteBuffer in, int at) throws IOException {
        int end = switch (in.get(at)) {
            case IMAGE -> at + 11 + colors(in.get(at + 9));
            case EXTENSION -> at + 2;
            default -> throw new IOException("block " + in.get(at));
        };
        while (in.get(end) != 0) {
            end += 1 + (in.get(end) & 0xff);
        }
        return end + 1;
    }

    /** Returns the bytes of a color table. */
    private static int colors(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private static Part part(ByteBuffer in, int image, int control) {
        Rectangle area = new Rectangle(
                in.getChar(image + 1), in.getChar(image + 3), in.getChar(image + 5), in.getChar(image + 7));
        return control < 0
                ? new Part(area, Duration.ZERO, 0)
                : new Part(area, Duration.ofMillis(10L * in.getChar(control + 4)), in.get(control + 3) >> 2 & 7);
    }
}
