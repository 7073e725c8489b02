package io.retake.engine.render.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A range of the final picture: part of one clip, of two during a transition, or black.
 *
 * @param start the first frame on the timeline
 * @param frames how many
 * @param clip the visible clip; null for black
 * @param before the outgoing clip of a transition; null without one
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
