package io.retake.repl.view.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The JDK's own codecs for pictures, in memory and without a display. Their classes load with the first picture. */
final class ImageCodec {
    private static final String HEADLESS = "java.awt.headless";

    static {
        // Otherwise AWT connects to the display, if there is one, and on macOS appears in the Dock.
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
    }

    private ImageCodec() {}

    /** Takes from a file what is wanted of it. */
    interface Decoding<T> {
        T of(ImageReader reader) throws IOException;
    }

    /** Whether a file begins with the bytes of a text. */
    static boolean begins(byte[] file, String start) {
        return new String(file, 0, Math.min(file.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
    }

    /**
     * Decodes a file of a format. Its texts and color profiles are skipped: a few bytes can expand to many.
     *
     * @throws IOException if it is damaged
     */
    static <T> T read(String format, byte[] file, Decoding<T> decoding) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> {
                throw new IllegalArgumentException(warning);
            });
            return decoding.of(reader);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException(e); // what the JDK's readers throw at some kinds of damage
        } finally {
            reader.dispose();
        }
    }

    /** Encodes a picture. */
    static byte[] write(String format, Pixels pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(pixels.image(), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // can't happen in memory
        }
        return file.toByteArray();
    }
}
