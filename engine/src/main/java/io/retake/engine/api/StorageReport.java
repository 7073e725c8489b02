package io.retake.engine.api;

import java.nio.file.Path;
import java.util.List;

/**
 * What the engines of this user keep on disk.
 *
 * @param folder where it is
 * @param limit how many bytes it may hold
 * @param parts what it is made of
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
     * @param name what it is, for a person
     * @param folder where it is
     * @param items how many
     * @param bytes how large
     */
    public record Part(String name, Path folder, int items, long bytes) {}
}
