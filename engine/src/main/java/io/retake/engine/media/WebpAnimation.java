package io.retake.engine.media;

import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a WebP picture that moves, as the container lists them (RFC 9649, section 2.7): FFmpeg decodes a frame by
 * itself, but not the animation.
 *
 * @param width of the canvas, pixels
 * @param height of the canvas, pixels
 * @param alpha whether it says that parts of it are transparent
 */
record WebpAnimation(int width, int height, boolean alpha, List<Frame> frames) {
    private static final int HEAD = 30;
    private static final int FRAME_HEAD = 16;
    private static final int ANIMATED = 0x02;
    private static final int TRANSPARENT = 0x10;

    /** The most pixels of all frames together, 300 of 1080p: decoding takes seconds, not minutes. */
    private static final long MOST_PIXELS = 640_000_000;

    private static final int MOST_FRAMES = 5000;
    /** The most pixels of one frame; 4K has half of that. */
    private static final long LARGEST = 1 << 24;

    private static final long MOST_BYTES = 64L << 20;

    /**
     * One frame.
     *
     * @param x where its picture lies on the canvas
     * @param millis how long it is shown
     * @param clears whether its place is cleared when its time is over
     * @param covers whether it replaces what is below it in place of lying over it
     */
    record Frame(int x, int y, int width, int height, int millis, boolean clears, boolean covers) {}

    /** Returns whether a file's header declares an animation. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return head.length == HEAD
                    && text(head, 0).equals("RIFF")
                    && text(head, 8).equals("WEBP")
                    && text(head, 12).equals("VP8X")
                    && (head[20] & ANIMATED) != 0;
        }
    }

    /**
     * Reads all frames.
     *
     * @param name the user's name of the file
     * @param stills gets the frames' pictures, each a still WebP file of its own, one after the other
     * @throws MediaException when it is cut off, damaged or larger than is unfolded here
     */
    static WebpAnimation read(Path file, String name, OutputStream stills) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new MediaException(EngineMessages.text("webp.too-large", SafeInput.shown(name), MOST_BYTES >> 20));
        }
        return new WebpReader(Files.readAllBytes(file), name, stills).read();
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** One file being read. */
    private static final class WebpReader {
        private final byte[] bytes;
        private final ByteBuffer numbers;
        private final String name;
        private final OutputStream stills;
        private final int width;
        private final int height;
        private final List<Frame> frames = new ArrayList<>();

        WebpReader(byte[] bytes, String name, OutputStream stills) {
            this.bytes = bytes;
            numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            this.name = name;
            this.stills = stills;
            width = 1 + threeBytes(24);
            height = 1 + threeBytes(27);
        }

        WebpAnimation read() throws IOException {
            long pixels = 0;
            int at = 12;
            while (at + 8 <= bytes.length) {
                long size = Integer.toUnsignedLong(numbers.getInt(at + 4));
                if (at + 8 + size > bytes.length) {
                    throw broken(EngineMessages.text("webp.cut-off"));
                }
                if (chunk(at).equals("ANMF")) {
                    pixels += (long) width * height;
                    checkSize(pixels);
                    frames.add(frame(at + 8, (int) size));
                }
                at += 8 + (int) size + (int) (size & 1);
            }
            if (frames.isEmpty()) {
                throw broken(EngineMessages.text("webp.no-frames"));
            }
            return new WebpAnimation(width, height, (bytes[20] & TRANSPARENT) != 0, List.copyOf(frames));
        }

        private void checkSize(long pixels) {
            if ((long) width * height > LARGEST) {
                throw broken(EngineMessages.text("webp.many-pixels", width, height));
            }
            if (pixels > MOST_PIXELS || frames.size() > MOST_FRAMES) {
                throw broken(EngineMessages.text(
                        "webp.many-frames",
                        width,
                        height,
                        Math.min(MOST_FRAMES, MOST_PIXELS / ((long) width * height))));
            }
        }

        private Frame frame(int at, int size) throws IOException {
            if (size < FRAME_HEAD + 8) {
                throw broken(EngineMessages.text("webp.frame-cut-off"));
            }
            int flags = bytes[at + 15];
            Frame frame = new Frame(
                    2 * threeBytes(at),
                    2 * threeBytes(at + 3),
                    1 + threeBytes(at + 6),
                    1 + threeBytes(at + 9),
                    threeBytes(at + 12),
                    (flags & 1) != 0,
                    (flags & 2) != 0);
            if (frame.x() + frame.width() > width || frame.y() + frame.height() > height) {
                throw broken(EngineMessages.text("webp.frame-outside"));
            }
            stills.write(still(at + FRAME_HEAD, at + size, frame.width(), frame.height()));
            return frame;
        }

        /** The frame's chunks as a file of their own; one with transparency beside the picture needs a head that says so. */
        private byte[] still(int from, int to, int frameWidth, int frameHeight) {
            boolean layered = chunk(from).equals("ALPH");
            int size = 4 + (layered ? 18 : 0) + to - from;
            ByteBuffer still = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
            still.put(ascii("RIFF")).putInt(size).put(ascii("WEBP"));
            if (layered) {
                still.put(ascii("VP8X")).putInt(10).putInt(TRANSPARENT);
                putThree(still, frameWidth - 1);
                putThree(still, frameHeight - 1);
            }
            still.put(bytes, from, to - from);
            return still.array();
        }

        private static void putThree(ByteBuffer to, int value) {
            to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private String chunk(int at) {
            return text(bytes, at);
        }

        private int threeBytes(int at) {
            return (bytes[at] & 255) | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255) << 16;
        }

        private MediaException broken(String why) {
            return new MediaException(EngineMessages.text("file.unusable", SafeInput.shown(name), why));
        }
    }
}
