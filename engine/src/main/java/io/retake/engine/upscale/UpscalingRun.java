package io.retake.engine.upscale;

/** Upscales pictures of one size, one after the other, on all cores. Not thread-safe. */
public interface UpscalingRun extends AutoCloseable {
    /**
     * Upscales one picture.
     *
     * @param picture green, blue and red planes, one after the other, a byte a pixel, full range
     * @param twice receives the same of twice the width and height
     */
    void enlarge(byte[] picture, byte[] twice);

    /** Frees its resources. */
    @Override
    void close();
}
