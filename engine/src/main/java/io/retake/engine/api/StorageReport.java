package io.retake.engine.api;

import java.nio.file.Path;
import java.util.List;

/**
 * The disk use of this user's engines.
 *
 * @param folder the data folder
 * @param limit bytes that it may hold
 * @param parts the disk use of each part
 */
public record StorageReport(Path folder, long limit, List<PartUse> parts) {
    public StorageReport {
        parts = List.copyOf(parts);
    }

    /** Returns the total, in bytes. */
    public long used() {
        return parts.stream().mapToLong(PartUse::bytes).sum();
    }

    /**
     * The disk use of one kind of data.
     *
     * @param name the part's name, for users
     * @param folder its folder
     * @param items the number of items
     * @param bytes the total size
     */
    public record PartUse(String name, Path folder, int items, long bytes) {}
}
