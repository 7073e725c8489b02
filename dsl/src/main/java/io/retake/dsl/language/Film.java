package io.retake.dsl.language;

import java.nio.file.Path;
import java.time.Duration;

/** A file that an {@code export} made: {@code film.path}, {@code film.size}, {@code film.duration}. Immutable. */
public sealed class Film permits Made {
    private final Path path;
    private final long size;
    private final Duration duration;
    private final String format;

    /** A finished file, its size in bytes and its playing time. */
    public Film(Path path, long size, Duration duration, String format) {
        this.path = path;
        this.size = size;
        this.duration = duration;
        this.format = format;
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
