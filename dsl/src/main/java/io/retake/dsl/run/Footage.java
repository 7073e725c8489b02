package io.retake.dsl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The files that a run reads, known whichever names and links lead to them. Thread-safe. */
final class Footage {
    private final Set<Path> files = new LinkedHashSet<>();

    synchronized void add(Path file) {
        files.add(FilmMemory.canonical(file));
    }

    synchronized boolean contains(Path file) {
        if (files.contains(FilmMemory.canonical(file))) {
            return true;
        }
        // Looked at anew each time: the number of a file that is gone may be another one's.
        Optional<Object> key = key(file);
        return key.isPresent() && files.stream().map(Footage::key).anyMatch(key::equals);
    }

    /** What the file system knows a file by; empty when it isn't there, or this system has no such thing. */
    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
