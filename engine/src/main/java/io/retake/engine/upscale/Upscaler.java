package io.retake.engine.upscale;

import java.util.Optional;

/** Upscales pictures to twice the width and height, with more detail than a filter gives. Thread-safe. */
public interface Upscaler {
    /** Returns its name and version, for messages and to tell its renders from others. */
    String name();

    /** Why it can't be used on this machine, as a sentence with the next step; empty when it can. */
    Optional<String> trouble();

    /**
     * Prepares for pictures of a size.
     *
     * @param width pixels, at least 16
     * @param height pixels, at least 16
     * @param thorough the larger network, several times as slow
     */
    UpscalingRun open(int width, int height, boolean thorough);
}
