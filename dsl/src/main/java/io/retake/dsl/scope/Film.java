package io.retake.dsl.scope;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file that an {@code export} made: {@code film.path}, {@code film.size}, {@code film.duration}. Immutable. */
public sealed class Film permits RecipeResult {
    private final Path path;
    private final long size;
    private final Duration duration;
    private final String format;
    private final @Nullable Receipt receipt;

    /** A finished file, its size in bytes and its playing time. */
    public Film(Path path, long size, Duration duration, String format) {
        this(path, size, duration, format, null);
    }

    /** The same with what the backend measured in it, where it did. */
    public Film(Path path, long size, Duration duration, String format, @Nullable Receipt receipt) {
        this.path = path;
        this.size = size;
        this.duration = duration;
        this.format = format;
        this.receipt = receipt;
    }

    /** What the backend measured in it; null where it measures nothing. */
    public @Nullable Receipt getReceipt() {
        return receipt;
    }

    /** Where it is; absolute. */
    public Path getPath() {
        return path;
    }

    /** In bytes. */
    public long getSize() {
        return size;
    }

    /** Its playing time, as the timeline has it. */
    public Duration getDuration() {
        return duration;
    }

    /** Such as {@code mp4}. */
    public String getFormat() {
        return format;
    }

    /** Its path. */
    @Override
    public String toString() {
        return getPath().toString();
    }
}
