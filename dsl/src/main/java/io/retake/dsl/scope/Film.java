package io.retake.dsl.scope;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file from an {@code export}: {@code film.path}, {@code film.size}, {@code film.duration}. Immutable. */
public sealed class Film permits RecipeResult {
    private final Path path;
    private final long size;
    private final Duration duration;
    private final String format;
    private final @Nullable FilmReceipt receipt;

    /** Creates a film from a finished file, its size in bytes and its playing time. */
    public Film(Path path, long size, Duration duration, String format) {
        this(path, size, duration, format, null);
    }

    /** Creates a film with the backend's measurements, if any. */
    public Film(Path path, long size, Duration duration, String format, @Nullable FilmReceipt receipt) {
        this.path = path;
        this.size = size;
        this.duration = duration;
        this.format = format;
        this.receipt = receipt;
    }

    /** Returns the backend's measurements; null when it does not measure. */
    public @Nullable FilmReceipt getReceipt() {
        return receipt;
    }

    /** Returns the absolute path. */
    public Path getPath() {
        return path;
    }

    /** Returns the size in bytes. */
    public long getSize() {
        return size;
    }

    /** Returns the playing time of the timeline. */
    public Duration getDuration() {
        return duration;
    }

    /** Returns the format, such as {@code mp4}. */
    public String getFormat() {
        return format;
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return getPath().toString();
    }
}
