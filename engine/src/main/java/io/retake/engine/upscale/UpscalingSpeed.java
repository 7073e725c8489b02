package io.retake.engine.upscale;

/** Measures this machine's speed on a small picture; not cached, since the load changes. */
public final class UpscalingSpeed {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;

    private UpscalingSpeed() {}

    /** Returns nanoseconds per pixel of the footage. Takes a fraction of a second. */
    public static double nanosPerPixel(Upscaler enlarger, boolean thorough) {
        byte[] picture = new byte[3 * WIDTH * HEIGHT];
        byte[] twice = new byte[4 * picture.length];
        try (UpscalingRun enlarging = enlarger.open(WIDTH, HEIGHT, thorough)) {
            enlarging.enlarge(picture, twice);
            long begun = System.nanoTime();
            enlarging.enlarge(picture, twice);
            return (double) (System.nanoTime() - begun) / (WIDTH * HEIGHT);
        }
    }
}
