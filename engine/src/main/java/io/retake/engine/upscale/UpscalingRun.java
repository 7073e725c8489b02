package io.retake.engine.upscale;

/** Enlarges pictures of one size, one after the other, with all the machine's cores. For one thread at a time. */
public interface UpscalingRun extends AutoCloseable {
    /**
     * Enlarges one picture.
     *
     * @param picture green, blue and red planes, one after the other, a byte a pixel, full range
     * @param twice receives the same of twice the width and height
     */
    void enlarge(byte[] picture, byte[] twice);

    /** Frees what it holds. */
    @Override
    void close();
}
