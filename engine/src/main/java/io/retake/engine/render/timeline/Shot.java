package io.retake.engine.render.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the final picture: part of one clip, of two while one becomes the other, or black.
 *
 * @param start the first frame on the timeline
 * @param frames how many
 * @param clip what is seen; null for black
 * @param before what becomes the clip during this; null without a transition
 */
public record Shot(
        long start,
        long frames,
        @Nullable Clip clip,
        @Nullable Clip before) {
    public Shot(long start, long frames, @Nullable Clip clip) {
        this(start, frames, clip, null);
    }

    long end() {
        return start + frames;
    }
}
