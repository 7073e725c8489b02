package io.retake.engine.filter;

import io.retake.core.edit.value.Area;

/** A rectangle of a picture in pixels, on a grid on which chroma has whole samples in any format. */
public record PixelArea(int x, int y, int width, int height) {
    /** The coarsest chroma of any format: one sample for four pixels. */
    private static final int GRID = 4;

    /** Returns the smallest rectangle on the grid that covers an area of a picture. */
    public static PixelArea of(Area area, int width, int height) {
        int left = down(area.x() / 100 * width);
        int top = down(area.y() / 100 * height);
        int right = up((area.x() + area.width()) / 100 * width, width);
        int bottom = up((area.y() + area.height()) / 100 * height, height);
        return new PixelArea(left, top, right - left, bottom - top);
    }

    private static int down(double pixels) {
        return GRID * (int) Math.floor((pixels + 0.01) / GRID);
    }

    /** An edge of the picture is one of the area, wherever the grid ends. */
    private static int up(double pixels, int side) {
        return Math.min(side, GRID * (int) Math.ceil((pixels - 0.01) / GRID));
    }
}
