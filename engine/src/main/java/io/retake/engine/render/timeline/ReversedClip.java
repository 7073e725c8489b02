package io.retake.engine.render.timeline;

import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a clip that runs backwards in pieces, the last one first: FFmpeg's {@code reverse} keeps all pictures that it
 * is given, and at most a piece is ever held.
 */
final class ReversedClip {
    /** Bytes of memory that one piece may hold. */
    private static final long BYTES = 256L << 20;

    private static final int MOST_PIECES = 64;

    private ReversedClip() {}

    /** The pieces in the order in which they are seen; each is itself read forwards. */
    static List<Clip> pieces(Clip clip, long pixels, FrameClock clock) {
        long frames = clip.end() - clip.start();
        long held = Math.max(8, BYTES / Math.max(1, pixels * 3 / 2));
        long count = (frames + held - 1) / held;
        if (count > MOST_PIECES) {
            throw new RenderException(EngineMessages.text(
                    "export.reverse-too-long",
                    clock.time(frames).toSeconds(),
                    clock.time(held * MOST_PIECES).toSeconds()));
        }
        List<Clip> pieces = new ArrayList<>();
        for (long at = 0; at < frames; at += held) {
            long length = Math.min(held, frames - at);
            double millis = clip.in().toNanos() / 1e6
                    + clock.time(frames - at - length).toNanos()
                            / 1e6
                            * clip.segment().speed();
            pieces.add(new Clip(
                    clip.segment().withIn(Duration.ofMillis(Math.round(millis))).withDuration(clock.time(length)),
                    clip.source(),
                    clip.start() + at,
                    clip.start() + at + length,
                    clip.effects(),
                    Duration.ZERO));
        }
        return pieces;
    }
}
