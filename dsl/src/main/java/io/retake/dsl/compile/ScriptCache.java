package io.retake.dsl.compile;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.dsl.problem.ScriptSource;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps compiled scripts on disk, by content. A damaged, unreadable or outdated file counts as absent, and a failed
 * write is ignored: a cache never stops a script. Thread-safe, also between processes.
 */
final class ScriptCache {
    private static final int KEPT = 200;
    private static final String ENDING = ".script";
    private final Path top;
    private final Path folder;

    /**
     * Creates a cache.
     *
     * @param top Retake's topmost folder
     */
    ScriptCache(Path top, Path folder) {
        this.top = top;
        this.folder = folder;
    }

    Optional<CompiledScript> find(ScriptSource source) {
        Path file = file(source);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Optional<CompiledScript> script = ScriptFile.read(bytes);
            if (script.isPresent()) {
                touch(file);
            }
            return script;
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    void keep(ScriptSource source, CompiledScript script) {
        try {
            PrivateFiles.folder(top, folder);
            AtomicFiles.writeCache(file(source), ScriptFile.write(script));
            sweep();
        } catch (IOException | RuntimeException unwritable) {
            return; // a full or read-only disk only means compiling again
        }
    }

    private Path file(ScriptSource source) {
        return folder.resolve(CacheKey.of(source) + ENDING);
    }

    /**
     * Updates the time of last use, for {@link #sweep}; a day is precise enough, and a read-only disk no reason to
     * fail.
     */
    private static void touch(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minusSeconds(86_400)) && Files.isWritable(file)) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    private void sweep() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> scripts = all.filter(f -> f.toString().endsWith(ENDING)).toList();
            if (scripts.size() > KEPT) {
                scripts.stream()
                        .sorted(Comparator.comparingLong(f -> f.toFile().lastModified()))
                        .limit(scripts.size() - KEPT)
                        .forEach(f -> f.toFile().delete());
            }
        }
    }

    static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
