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
public record StorageReport(Path folder, long limit, List<Part> parts) {
    public StorageReport {
        parts = List.copyOf(parts);
    }

    /** All of it, in bytes. */
    public long used() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /**
     * One kind of thing that is kept.
     *
     * @param name the part's name, for users
     * @param folder where it is
     * @param items how many
     * @param bytes how large
     */
    public record Part(String name, Path folder, int items, long bytes) {}
}
