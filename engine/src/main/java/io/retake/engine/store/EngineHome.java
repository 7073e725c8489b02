package io.retake.engine.store;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One engine's own folder, locked as long as the engine lives. */
public final class EngineHome implements AutoCloseable {
    static final String OWN = "own-";
    private static final String HOLDER = "holder";

    private final DataFolder data;
    private final Path root;
    private final ProcessLock lock;

    private EngineHome(DataFolder data, Path root, ProcessLock lock) {
        this.data = data;
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the folder and sweeps what a process that was killed left in it.
     *
     * @throws EngineException when another engine has it
     */
    public static EngineHome open(DataFolder data, EngineFolder folder, Instant now) {
        try {
            String name =
                    folder.name().orElseGet(() -> OWN + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
            Path root = data.engines().resolve(name);
            // In one step, so that nobody takes a folder for abandoned before its lock is there.
            EngineHome home = data.exclusively(() -> take(data, root));
            home.sweep();
            // Only ever shown to users: not worth an fsync.
            String holder =
                    EngineMessages.text("engine.holder", ProcessHandle.current().pid(), now);
            PrivateFiles.write(root.resolve(HOLDER), holder.getBytes(StandardCharsets.UTF_8));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(EngineMessages.text("engine.folder-unusable", data.root()), e);
        }
    }

    private static EngineHome take(DataFolder data, Path root) throws IOException {
        data.make(root);
        Optional<ProcessLock> lock = ProcessLock.tryAcquire(lockFile(root));
        return new EngineHome(data, root, lock.orElseThrow(() -> taken(root)));
    }

    private static EngineException taken(Path root) {
        String by;
        try {
            by = Files.readString(root.resolve(HOLDER));
        } catch (IOException e) {
            by = EngineMessages.text("engine.other-process");
        }
        return new EngineException(EngineMessages.text("engine.folder-taken", root, by));
    }

    static Path lockFile(Path root) {
        return root.resolve("lock");
    }

    static Path marks(Path root) {
        return root.resolve("in-use");
    }

    static Path temporary(Path root) {
        return root.resolve("tmp");
    }

    private void sweep() throws IOException {
        Folders.delete(temporary());
        Folders.delete(marks(root));
        for (Path folder : new Path[] {sessions(), renders(), temporary(), marks(root)}) {
            data.make(folder);
        }
        for (Path folder : new Path[] {root, sessions(), renders()}) {
            removeHalfWritten(folder);
        }
    }

    private static void removeHalfWritten(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(AtomicFiles.TEMPORARY)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    public DataFolder data() {
        return data;
    }

    public String name() {
        return root.getFileName().toString();
    }

    public Path root() {
        return root;
    }

    Path sessions() {
        return root.resolve("sessions");
    }

    Path renders() {
        return root.resolve("renders");
    }

    public Path users() {
        return root.resolve("users.json");
    }

    /** The folder for work in progress: on the same file system as the results, removed with the engine. */
    public Path temporary() {
        return temporary(root);
    }

    /** Creates an empty folder for work in progress. */
    public Path newTemporary() throws IOException {
        return data.make(temporary().resolve(UUID.randomUUID().toString()));
    }

    /** Releases the folder; removes one that was created for this process and never held a session. */
    @Override
    public void close() {
        try {
            Folders.delete(temporary());
            Folders.delete(marks(root));
            if (name().startsWith(OWN) && isEmpty(sessions())) {
                data.exclusively(() -> {
                    lock.close();
                    Folders.delete(root);
                    return true;
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(EngineMessages.text("engine.folder-untidy", root), e);
        } finally {
            lock.close();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
