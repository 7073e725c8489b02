package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes animated GIFs (GIF89a) as Retake exports them: partial frames over earlier ones, no interlacing. The JDK's
 * own reader would load all of AWT.
 */
final class Gif {
    /** Limit of all frames together, many times a preview of some seconds; a hostile file claims more. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int END = 0x3b;

    private final DataInputStream in;
    private final List<GifFrame> shown = new ArrayList<>();
    private int width;
    private int height;
    private int[] canvas = {};
    private int[] global = {};
    private int hundredths;
    private int transparent = -1;

    private Gif(byte[] file) {
        this.in = new DataInputStream(new ByteArrayInputStream(file));
    }

    /** A full frame and its display time. */
    record GifFrame(Pixels picture, Duration time) {}

    /**
     * Decodes all frames in order, each in full.
     *
     * @throws PictureException if it isn't a GIF, is damaged, or is of an unsupported kind
     */
    static List<GifFrame> read(byte[] file) {
        try {
            return new Gif(file).read();
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new PictureException(ProgramMessages.text("picture.gif-broken"), e);
        }
    }

    private List<GifFrame> read() throws IOException {
        if (!new String(in.readNBytes(6), StandardCharsets.ISO_8859_1).matches("GIF8[79]a")) {
            throw new PictureException(ProgramMessages.text("picture.no-gif"), null);
        }
        width = word();
        height = word();
        int flags = in.readUnsignedByte();
        in.skipNBytes(2);
        global = (flags & 0x80) != 0 ? colors(flags) : global;
        canvas = new int[width * height];
        for (int block = in.readUnsignedByte(); block != END; block = in.readUnsignedByte()) {
            switch (block) {
                case EXTENSION -> extension();
                case IMAGE -> image();
                default -> throw new IOException("block " + block);
            }
        }
        return shown;
    }

    private int word() throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8;
    }

    private int[] colors(int flags) throws IOException {
        int[] colors = new int[2 << (flags & 7)];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = in.readUnsignedByte() << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte();
        }
        return colors;
    }

    private void extension() throws IOException {
        int kind = in.readUnsignedByte();
        byte[] data = blocks();
        if (kind == CONTROL && data.length >= 4) {
            hundredths = (data[1] & 0xff) | (data[2] & 0xff) << 8;
            transparent = (data[0] & 1) != 0 ? data[3] & 0xff : -1;
        }
    }

    private byte[] blocks() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
            byte[] part = in.readNBytes(size);
            if (part.length < size) {
                throw new EOFException();
            }
            data.write(part);
        }
        return data.toByteArray();
    }

    private void image() throws IOException {
        int left = word();
        int top = word();
        int across = word();
        int down = word();
        int flags = in.readUnsignedByte();
        if ((flags & 0x40) != 0
                || left + across > width
                || top + down > height
                || (long) (shown.size() + 1) * width * height > MOST_PIXELS) {
            throw new PictureException(ProgramMessages.text("picture.gif-kind"), null);
        }
        int[] colors = (flags & 0x80) != 0 ? colors(flags) : global;
        byte[] indexes = Lzw.read(in.readUnsignedByte(), blocks(), across * down);
        for (int i = 0; i < indexes.length; i++) {
            int index = indexes[i] & 0xff;
            if (index != transparent) {
                canvas[(top + i / across) * width + left + i % across] = colors[index];
            }
        }
        shown.add(new GifFrame(new Pixels(width, height, canvas.clone()), Duration.ofMillis(10L * hundredths)));
    }
}
