package io.retake.engine.timeline;

/** The sides of a canvas, in pixels: even, because 4:2:0 video halves them. */
public final class CanvasSide {
    /** The longest side that the engine renders. */
    public static final int MOST = 8192;

    private static final int LEAST = 16;

    private CanvasSide() {}

    /** Returns the nearest side a canvas can have. */
    public static int of(double pixels) {
        int even = (int) Math.round(pixels / 2) * 2;
        return Math.max(LEAST, Math.min(MOST, even));
    }
}
