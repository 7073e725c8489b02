package io.retake.engine.store;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps shared things from being removed, by this engine or another, until it is closed or its process ends. */
public final class Lease implements AutoCloseable {
    /** An empty lease. */
    static final Lease NONE = new Lease(Optional.empty());

    private final Optional<Path> mark;

    Lease(Path mark) {
        this(Optional.of(mark));
    }

    private Lease(Optional<Path> mark) {
        this.mark = mark;
    }

    @Override
    public void close() {
        try {
            if (mark.isPresent()) {
                Files.deleteIfExists(mark.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(EngineMessages.text("data.mark-stays", mark.orElseThrow()), e);
        }
    }
}
