package io.retake.engine.media;

import java.io.EOFException;

/** An RGBA picture, four bytes a pixel, to composite others onto; transparent at first. */
final class Canvas {
    private final int width;
    private final byte[] pixels;
    private final Area whole;

    Canvas(int width, int height) {
        this.width = width;
        this.pixels = new byte[4 * width * height];
        this.whole = new Area(0, 0, width, height);
    }

    /** A rectangle on the canvas. */
    record Area(int x, int y, int width, int height) {
        /** The smallest rectangle around both. */
        Area with(Area other) {
            int left = Math.min(x, other.x);
            int top = Math.min(y, other.y);
            return new Area(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }
    }

    Area whole() {
        return whole;
    }

    /** Returns the offset of a line of an area in {@link #pixels}. */
    int offset(Area area, int line) {
        return 4 * ((area.y() + line) * width + area.x());
    }

    byte[] pixels() {
        return pixels;
    }

    void clear(Area area) {
        for (int line = 0; line < area.height(); line++) {
            int from = offset(area, line);
            java.util.Arrays.fill(pixels, from, from + 4 * area.width(), (byte) 0);
        }
    }

    /** @param covers whether the picture replaces what is there in place of lying over it */
    void draw(Area area, byte[] picture, boolean covers) throws EOFException {
        if (picture.length < 4 * area.width() * area.height()) {
            throw new EOFException("a frame is missing");
        }
        for (int line = 0; line < area.height(); line++) {
            int from = 4 * line * area.width();
            int to = offset(area, line);
            if (covers) {
                System.arraycopy(picture, from, pixels, to, 4 * area.width());
            } else {
                for (int i = 0; i < 4 * area.width(); i += 4) {
                    over(picture, from + i, to + i);
                }
            }
        }
    }

    /** One pixel over another, by its opacity; colours are not multiplied with theirs. */
    private void over(byte[] picture, int from, int to) {
        int above = picture[from + 3] & 255;
        if (above == 255) {
            System.arraycopy(picture, from, pixels, to, 4);
        } else if (above > 0) {
            int below = (pixels[to + 3] & 255) * (255 - above) / 255;
            int both = above + below;
            for (int c = 0; c < 3; c++) {
                int mixed = ((picture[from + c] & 255) * above + (pixels[to + c] & 255) * below + both / 2) / both;
                pixels[to + c] = (byte) mixed;
            }
            pixels[to + 3] = (byte) both;
        }
    }
}
