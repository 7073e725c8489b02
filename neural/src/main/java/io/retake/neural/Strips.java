package io.retake.neural;

/**
 * A picture in strips of the same height, each with the rows and columns around it that it depends on: each core has its
 * own, and what a network holds on the way doesn't grow with the picture. Beyond the picture its edge goes on.
 *
 * @param rows the height of a strip, without its margin
 * @param reach the margin on each side, in pixels
 */
record Strips(int width, int height, int rows, int reach) {
    /** The large network holds some 500 bytes a pixel of a strip on its way. */
    private static final int MOST_ROWS = 96;

    static Strips of(int width, int height, int reach, int cores) {
        int count = Math.max(Math.min(cores, Math.max(1, height / 32)), (height + MOST_ROWS - 1) / MOST_ROWS);
        return new Strips(width, height, (height + count - 1) / count, reach);
    }

    int count() {
        return (height + rows - 1) / rows;
    }

    int paddedWidth() {
        return width + 2 * reach;
    }

    int paddedHeight() {
        return rows + 2 * reach;
    }

    /** The first row of a strip; the last strip ends with the picture, and repeats rows of the one before. */
    int first(int strip) {
        return Math.min(strip * rows, height - rows);
    }

    /** Copies a strip of all three planes, with its margin. */
    void cut(byte[] picture, int strip, byte[] into) {
        int at = 0;
        for (int plane = 0; plane < 3; plane++) {
            for (int row = first(strip) - reach; row < first(strip) + rows + reach; row++) {
                int from = (plane * height + Math.max(0, Math.min(height - 1, row))) * width;
                java.util.Arrays.fill(into, at, at + reach, picture[from]);
                System.arraycopy(picture, from, into, at + reach, width);
                java.util.Arrays.fill(into, at + reach + width, at + width + 2 * reach, picture[from + width - 1]);
                at += paddedWidth();
            }
        }
    }

    /** Puts an enlarged strip into the enlarged picture. */
    void paste(byte[] strip, int number, byte[] twice) {
        int plane = 2 * width * 2 * rows;
        for (int i = 0; i < 3; i++) {
            System.arraycopy(strip, i * plane, twice, (i * 2 * height + 2 * first(number)) * 2 * width, plane);
        }
    }
}
