package io.retake.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.Room;
import io.retake.engine.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finished renders by cache key, shared by all engines. Every file here is complete. Thread-safe. */
public final class OutputStore {
    private static final String OUTPUT = "output.";
    private static final String RECEIPT = ".receipt.json";

    private final EngineHome home;
    private final DataFolder data;
    private final Storage storage;

    public OutputStore(EngineHome home, Storage storage) {
        this.home = home;
        this.data = home.data();
        this.storage = storage;
    }

    private Path folder(String key) {
        return data.renders().resolve(key);
    }

    /** A finished render that stays as long as this is open. */
    public record HeldOutput(Path file, Lease hold) implements AutoCloseable {
        @Override
        public void close() {
            hold.close();
        }
    }

    /** Finds the render with this key; empty when there is none, or no longer. */
    public Optional<HeldOutput> find(String key) throws IOException {
        Optional<Lease> hold = hold(key);
        if (hold.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> file = output(folder(key));
        if (file.isEmpty()) {
            hold.get().close();
        }
        return file.map(path -> new HeldOutput(path, hold.get()));
    }

    /** On a full disk there is no room for a mark either: the film must come out all the same, to make some. */
    private Optional<Lease> hold(String key) throws IOException {
        try {
            return storage.hold(List.of(folder(key)));
        } catch (IOException e) {
            if (!Room.wasMissing(e)) {
                throw e;
            }
            return Optional.of(Lease.NONE);
        }
    }

    private static Optional<Path> output(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(OUTPUT))
                    .filter(file -> !file.getFileName().toString().endsWith(RECEIPT))
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns the receipt of the render with this key; empty when there is none, or no longer. */
    public Optional<ObjectNode> receipt(String key) throws IOException {
        Optional<Path> file = output(folder(key));
        return file.isEmpty()
                ? Optional.empty()
                : Json.read(file.get().resolveSibling(file.get().getFileName() + RECEIPT));
    }

    /** Takes over a finished file from this engine's temporary folder, and what was measured of it. */
    public void adopt(String key, Path file, String extension, ObjectNode receipt) throws IOException {
        PrivateFiles.restrict(file);
        AtomicFiles.force(file);
        Path staged = home.newTemporary();
        try {
            Files.move(file, staged.resolve(OUTPUT + extension));
            PrivateFiles.write(staged.resolve(OUTPUT + extension + RECEIPT), Json.bytes(receipt));
            data.exclusively(() -> {
                if (!Files.exists(folder(key))) {
                    AtomicFiles.move(staged, folder(key));
                }
                return key;
            });
        } finally {
            Folders.delete(staged);
        }
    }
}
