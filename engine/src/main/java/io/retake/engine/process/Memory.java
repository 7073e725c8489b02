package io.retake.engine.process;

import java.util.Locale;

/**
 * The memory that a program may take. A program that needs more fails, and nothing else on the machine suffers.
 *
 * @param bytes of data: heap, stacks and private mappings
 * @param share out of which part of the machine's memory; a program waits until enough of it is free
 */
public record Memory(long bytes, Share share) {
    /** The parts of the machine's memory. */
    public enum Share {
        /** For probing new files: an eighth, so that work never keeps uploads waiting. */
        OPENING,
        /** For measuring and rendering: three quarters. */
        WORK,
        /** A share that another program holds, on whose behalf this one works. */
        ANOTHERS
    }

    /** Returns memory for probing a file; never more than a gigabyte. */
    public static Memory opening(long bytes) {
        return new Memory(Math.min(bytes, MemoryShares.MOST_OPENING), Share.OPENING);
    }

    /** Returns memory for work; never more than the share has. */
    public static Memory work(long bytes) {
        return new Memory(Math.min(bytes, MemoryShares.most()), Share.WORK);
    }

    /**
     * Returns memory for a program that feeds another, which has reserved it for both: it would otherwise wait for
     * ever.
     */
    public Memory forHelper() {
        return new Memory(bytes, Share.ANOTHERS);
    }

    /** Returns all the memory for work. */
    public static Memory allForWork() {
        return work(Long.MAX_VALUE);
    }

    /** Returns a size for users: {@code 1.0 GB}. */
    public String shown() {
        return String.format(
                Locale.ROOT,
                bytes < 1_000_000_000 ? "%.0f MB" : "%.1f GB",
                bytes < 1_000_000_000 ? bytes / 1e6 : bytes / 1e9);
    }
}
