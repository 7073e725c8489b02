package io.retake.engine.media;

import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.process.Memory;
import io.retake.engine.process.MemoryShares;
import java.util.OptionalLong;

/**
 * The memory that probing a file may take: in proportion to its size and pixels, so that a small file can't unfold to
 * much. An 8K film in AV1 takes 0.6 GB and has megabytes from its first second on.
 */
final class OpeningMemory {
    private static final long BASE = 256L << 20;
    private static final long EACH_BYTE = 512;

    private static final long STILL = 128L << 20;
    /** Bytes for a decoded 16-bit pixel with alpha, and its rows. A progressive JPEG keeps its coefficients as well. */
    private static final long EACH_PIXEL = 10;

    private OpeningMemory() {}

    /**
     * @param size of the file, in bytes
     * @param pixels of a still, as its header says
     */
    static Memory of(long size, OptionalLong pixels) {
        return Memory.opening(
                pixels.isPresent()
                        ? STILL + EACH_PIXEL * Math.min(pixels.getAsLong(), SafeInput.MOST_PIXELS)
                        : BASE + EACH_BYTE * Math.min(size, MemoryShares.MOST_OPENING));
    }
}
