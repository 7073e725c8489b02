package io.retake.engine.render;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the final picture: part of one clip, or black.
 *
 * @param start the first frame on the timeline
 * @param frames how many
 * @param clip what is seen; null for black
 */
record Shot(long start, long frames, @Nullable Clip clip) {
    long end() {
        return start + frames;
    }
}
