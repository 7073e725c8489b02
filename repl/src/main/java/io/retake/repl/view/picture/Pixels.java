package io.retake.repl.view.picture;

import java.awt.image.BufferedImage;

/**
 * A picture in memory: rows from the top, each pixel {@code 0xRRGGBB}. Takes ownership of its array, which must not
 * change afterwards.
 */
final class Pixels {
    private final int width;
    private final int height;
    private final int[] rgb;

    Pixels(int width, int height, int[] rgb) {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " pixels has not " + rgb.length);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** Scales the picture: every new pixel is the mean of the area it covers, so that nothing flickers or vanishes. */
    Pixels scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        int[] scaled = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
                scaled[y * newWidth + x] = mean(left, top, right, bottom);
            }
        }
        return new Pixels(newWidth, newHeight, scaled);
    }

    private int mean(int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = rgb[y * width + x];
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) ((red + count / 2) / count) << 16
                | (int) ((green + count / 2) / count) << 8
                | (int) ((blue + count / 2) / count);
    }

    /** Returns a copy for the JDK's encoders. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    /** Creates a black canvas for {@link #with}. */
    static Pixels canvas(int width, int height) {
        return new Pixels(width, height, new int[width * height]);
    }

    /** Returns a copy with a picture at the given upper left corner; it must fit entirely. */
    Pixels with(Pixels picture, int left, int top) {
        int[] all = rgb.clone();
        for (int y = 0; y < picture.height; y++) {
            System.arraycopy(picture.rgb, y * picture.width, all, (top + y) * width + left, picture.width);
        }
        return new Pixels(width, height, all);
    }
}
