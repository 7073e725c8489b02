package io.retake.engine.render.graph;

import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MachineMemory;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderException;
import java.util.List;

/** Estimates the memory of many inputs open at once, and refuses before FFmpeg allocates it. */
final class OpenInputs {
    /** A demuxer, a decoder and their threads: of 500 inputs of 192x108 pixels 4.7 MB each. */
    private static final long EACH = 5L << 20;

    /** Pictures that a decoder and the way to the graph hold. */
    private static final int PICTURES = 12;

    private OpenInputs() {}

    /** @throws RenderException when they take more than three quarters of the machine's memory */
    static void check(List<MediaInput> reels) {
        check(reels, MachineMemory.bytes());
    }

    static void check(List<MediaInput> reels, long memory) {
        long needed = reels.stream().mapToLong(OpenInputs::bytes).sum();
        if (needed > memory / 4 * 3) {
            throw new RenderException(
                    EngineMessages.text("export.too-many-inputs", reels.size(), needed / 1e9, memory / 1e9));
        }
    }

    private static long bytes(MediaInput reel) {
        return EACH + reel.source().info().video().map(OpenInputs::picture).orElse(0L) * PICTURES;
    }

    private static long picture(VideoInfo video) {
        return (long) video.codedWidth() * video.codedHeight() * 3 / 2 * (video.bitDepth() > 8 ? 2 : 1);
    }
}
