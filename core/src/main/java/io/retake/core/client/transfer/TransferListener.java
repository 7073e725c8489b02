package io.retake.core.client.transfer;

/** Hears how far a file is. Called in the calling thread, often (every 64 KB); it must not throw. */
@FunctionalInterface
public interface TransferListener {
    TransferListener SILENT = (name, done, total) -> {};

    /**
     * So far it is.
     *
     * @param name the file's name
     * @param done bytes so far; falls back when a transfer has to start again
     * @param total bytes in all, or -1 while that is unknown
     */
    void progress(String name, long done, long total);
}
