package io.retake.core.draft;

import io.retake.core.edit.value.Fit;

/**
 * The picture that comes out.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param fit what happens to footage of another shape
 * @param sharpen whether footage smaller than the canvas is enlarged with care for detail (upscale), not just resized
 */
public record Canvas(int width, int height, Fit fit, boolean sharpen) {

    /** Checks 16 to 8192 and evenness. */
    public Canvas {
        requireSide(width);
        requireSide(height);
    }

    private static void requireSide(int side) {
        if (side < 16 || side > 8192 || side % 2 != 0) {
            throw new IllegalArgumentException("a canvas side is 16 to 8192 pixels and even, not " + side);
        }
    }

    /** The shorter side: the number before the p. */
    public int lines() {
        return Math.min(width, height);
    }
}
