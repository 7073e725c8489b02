package io.retake.core.draft;

import io.retake.core.edit.value.Fit;

/**
 * The output picture.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param fit how footage of another shape is fitted
 * @param sharpen whether footage smaller than the canvas is upscaled with care for detail, not just resized
 */
public record Canvas(int width, int height, Fit fit, boolean sharpen) {

    /** Checks that both sides are even and between 16 and 8192. */
    public Canvas {
        requireSide(width);
        requireSide(height);
    }

    private static void requireSide(int side) {
        if (side < 16 || side > 8192 || side % 2 != 0) {
            throw new IllegalArgumentException("a canvas side is 16 to 8192 pixels and even, not " + side);
        }
    }

    /** Returns the shorter side: the number before the p. */
    public int lines() {
        return Math.min(width, height);
    }
}
