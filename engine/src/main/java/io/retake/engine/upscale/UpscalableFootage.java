package io.retake.engine.upscale;

/** Decides which footage to upscale with a network. */
public final class UpscalableFootage {
    /** Full HD: a frame of it takes a second, and gives 4K. */
    public static final int MOST_PIXELS = 1920 * 1088;

    /** The scale below which a filter is as good. */
    private static final double LEAST_SCALE = 1.15;

    private UpscalableFootage() {}

    /** Whether footage of that size is enlarged by it to fit into that canvas; sizes in pixels. */
    public static boolean is(int width, int height, int canvasWidth, int canvasHeight) {
        double scale = Math.min((double) canvasWidth / width, (double) canvasHeight / height);
        return width >= 16 && height >= 16 && (long) width * height <= MOST_PIXELS && scale >= LEAST_SCALE;
    }
}
