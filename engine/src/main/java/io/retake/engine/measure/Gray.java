package io.retake.engine.measure;

/** A small gray picture and its pyramid, for tracking points at several scales. */
final class Gray {
    final int width;
    final int height;
    final float[] pixels;

    private Gray(int width, int height, float[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static Gray of(byte[] bytes, int width, int height) {
        float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = bytes[i] & 0xff;
        }
        return new Gray(width, height, pixels);
    }

    /** Returns the pyramid: this picture and its halves, the largest first. */
    Gray[] pyramid(int levels) {
        Gray[] all = new Gray[levels];
        all[0] = this;
        for (int i = 1; i < levels; i++) {
            all[i] = all[i - 1].half();
        }
        return all;
    }

    private Gray half() {
        int w = width / 2;
        int h = height / 2;
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = 2 * y * width + 2 * x;
                small[y * w + x] = 0.25f * (pixels[at] + pixels[at + 1] + pixels[at + width] + pixels[at + width + 1]);
            }
        }
        return new Gray(w, h, small);
    }

    /** Returns the interpolated value; the point must lie inside by at least a pixel. */
    float at(float x, float y) {
        int left = (int) x;
        int top = (int) y;
        float fx = x - left;
        float fy = y - top;
        int i = top * width + left;
        float upper = pixels[i] + fx * (pixels[i + 1] - pixels[i]);
        float lower = pixels[i + width] + fx * (pixels[i + width + 1] - pixels[i + width]);
        return upper + fy * (lower - upper);
    }

    boolean holds(float x, float y, int margin) {
        return x >= margin && y >= margin && x < width - 1 - margin && y < height - 1 - margin;
    }
}
