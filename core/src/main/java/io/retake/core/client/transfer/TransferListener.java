package io.retake.core.client.transfer;

/** Receives the progress of a file. Called in the calling thread, often (every 64 KB); it must not throw. */
@FunctionalInterface
public interface TransferListener {
    TransferListener SILENT = (name, done, total) -> {};

    /**
     * Reports progress.
     *
     * @param name the file's name
     * @param done bytes so far; decreases when a transfer has to start again
     * @param total bytes in all, or -1 while unknown
     */
    void progress(String name, long done, long total);
}
