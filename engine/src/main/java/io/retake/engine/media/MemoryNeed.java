package io.retake.engine.media;

import io.retake.engine.process.Memory;
import java.util.List;

/**
 * How much memory FFmpeg may need for some work, well above what was measured: a film of 8K in AV1 takes 3.2 GB to be
 * decoded, an export of three in 8K 10.6 GB, one in 4K 2 to 3.9 GB (docs/adr/0025).
 */
public final class MemoryNeed {
    private static final long BASE = 1L << 30;

    /** A demuxer, a decoder and their threads. */
    private static final long EACH = 8L << 20;

    /** Pictures in a decoder with a thread for each processor: as many as it looks back at, and one for each thread. */
    private static final int DECODED = 64;

    /** Pictures in a decoder with one thread. */
    private static final int DECODED_ALONE = 24;

    /** Pictures on their way through a graph and an encoder. */
    private static final int ENCODED = 300;

    /** Pictures that each thread of the encoder works on. */
    private static final int ENCODED_EACH = 8;

    private MemoryNeed() {}

    /** Returns the memory to decode a medium in so many inputs at once. */
    public static Memory decoding(MediaInfo info, int inputs) {
        return Memory.work(BASE + (long) inputs * (EACH + (inputs == 1 ? DECODED : DECODED_ALONE) * picture(info)));
    }

    /**
     * To make a film.
     *
     * @param pixels of the canvas; 0 where only sound is made
     * @param inputs the media that are open at once
     * @param alone whether each is decoded by one thread
     */
    public static Memory rendering(long pixels, List<MediaInfo> inputs, boolean alone) {
        long encoded =
                pixels * 3 / 2 * (ENCODED + ENCODED_EACH * Runtime.getRuntime().availableProcessors());
        long decoded = inputs.stream()
                .mapToLong(info -> EACH + (alone ? DECODED_ALONE : DECODED) * picture(info))
                .sum();
        return Memory.work(BASE + encoded + decoded);
    }

    /** Returns the bytes of one decoded picture; assumes full chroma unless subsampling is known. */
    private static long picture(MediaInfo info) {
        return info.video()
                .map(video -> (long) video.codedWidth()
                        * video.codedHeight()
                        * (video.pixelFormat().contains("420") ? 3 : 8)
                        / 2
                        * (video.bitDepth() > 8 ? 2 : 1))
                .orElse(0L);
    }
}
