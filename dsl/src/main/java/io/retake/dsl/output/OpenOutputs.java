package io.retake.dsl.output;

import io.retake.core.PrivateFiles;
import io.retake.core.client.transfer.AbandonedParts;
import io.retake.dsl.journal.StepFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notes the outputs that live runs are making, each in a small file, so that the next run finds the folders in which a killed
 * run has left a partial download, wherever they are. Thread-safe.
 */
final class OpenOutputs {
    private final Path stateFolder;
    private final Path folder;
    private final NameClaims claims;
    private final Set<Path> cleared = new HashSet<>();

    OpenOutputs(Path stateFolder, NameClaims claims) {
        this.stateFolder = stateFolder;
        this.folder = stateFolder.resolve(FilmMemory.FOLDER).resolve("open");
        this.claims = claims;
    }

    /** Notes an output that is claimed. */
    void add(Path target) {
        clear(target.getParent());
        try {
            PrivateFiles.folder(stateFolder, folder);
            PrivateFiles.write(note(target), target.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            return; // the next run that exports to this folder clears it
        }
    }

    /** Removes the note of an output that is finished or given up. */
    void remove(Path target) {
        try {
            Files.deleteIfExists(note(target));
        } catch (IOException unwritable) {
            return; // the next run finds nothing to clear
        }
    }

    /** Removes the partial downloads of killed runs. */
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            List<Path> all = notes.toList();
            all.forEach(this::clearNoted);
        } catch (IOException unreadable) {
            return; // the next run tries again
        }
    }

    private void clearNoted(Path note) {
        try {
            Path target = Path.of(Files.readString(note, StandardCharsets.UTF_8));
            if (claims.isTaken(FilmMemory.canonical(target))) {
                return;
            }
            clear(target.getParent());
            Files.deleteIfExists(note);
        } catch (IOException | InvalidPathException gone) {
            return; // cleared by another run
        }
    }

    /** Clears a folder, once for each run. */
    private void clear(@org.jspecify.annotations.Nullable Path outputs) {
        boolean first;
        synchronized (cleared) {
            first = outputs != null && cleared.add(outputs);
        }
        if (first && outputs != null) {
            AbandonedParts.remove(outputs);
        }
    }

    private Path note(Path target) {
        return folder.resolve(StepFingerprint.hash(FilmMemory.canonical(target).toString()));
    }
}
