package io.retake.dsl.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A set of files, which recognizes each under every name and link that leads to it. Thread-safe. */
final class FootageFiles {
    private final Set<Path> files = new LinkedHashSet<>();

    static FootageFiles of(Collection<Path> files) {
        FootageFiles footage = new FootageFiles();
        files.forEach(footage::add);
        return footage;
    }

    synchronized void add(Path file) {
        files.add(FilmMemory.canonical(file));
    }

    synchronized boolean contains(Path file) {
        if (files.contains(FilmMemory.canonical(file))) {
            return true;
        }
        // Read anew each time: the system may reuse the number of a deleted file.
        Optional<Object> key = key(file);
        return key.isPresent() && files.stream().map(FootageFiles::key).anyMatch(key::equals);
    }

    /** Returns the file system's own number of a file; empty when there is no file, or no such number. */
    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
