package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes and encodes PNG. Transparency is ignored: a pixel has its color. */
final class Png {
    /** Largest accepted picture, that of 8K: no still of a film has more, but hostile files claim more. */
    private static final long MOST_PIXELS = 8192 * 4320;

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private Png() {}

    /**
     * Decodes a picture.
     *
     * @throws PictureException if it isn't a PNG, is damaged, or is too large
     */
    static Pixels read(byte[] file) {
        try {
            if (!ImageCodec.begins(file, SIGNATURE)) {
                throw new PictureException(ProgramMessages.text("picture.no-png"), null);
            }
            return ImageCodec.read("png", file, Png::decode);
        } catch (IOException e) {
            throw new PictureException(ProgramMessages.text("picture.png-broken"), e);
        }
    }

    private static Pixels decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new PictureException(ProgramMessages.text("picture.too-large", width, height), null);
        }
        BufferedImage image = reader.read(0);
        return new Pixels(width, height, isGrey(image) ? grey(image) : colors(image));
    }

    private static boolean isGrey(BufferedImage image) {
        return !(image.getColorModel() instanceof IndexColorModel)
                && image.getRaster().getNumBands() < 3;
    }

    /** Returns the levels as they are stored; {@code getRGB} takes gray for linear light and brightens it. */
    private static int[] grey(BufferedImage image) {
        int[] pixels = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        int shift = image.getColorModel().getComponentSize(0) - 8;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] >> shift) * 0x010101;
        }
        return pixels;
    }

    private static int[] colors(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    /** Encodes a picture with 8 bits per color. */
    static byte[] write(Pixels pixels) {
        return ImageCodec.write("png", pixels);
    }
}
