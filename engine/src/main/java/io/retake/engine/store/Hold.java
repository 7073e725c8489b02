package io.retake.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps shared things from being removed, by this engine or another, until it is closed or its process ends. */
public final class Hold implements AutoCloseable {
    private final Path mark;

    Hold(Path mark) {
        this.mark = mark;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("The mark " + mark + " could not be removed.", e);
        }
    }
}
