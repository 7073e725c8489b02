package io.retake.engine.fuzz;

import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes fuzzed bytes to a file for readers that need one. */
final class FuzzFile {
    private static final Path FOLDER = folder();

    private FuzzFile() {}

    /** Reads a file of the bytes; may refuse it with a message. */
    interface Reading {
        void of(Path file) throws IOException;
    }

    static void read(byte[] bytes, String end, Reading reading) throws IOException {
        Path file = FOLDER.resolve("a" + end);
        Files.write(file, bytes);
        try {
            reading.of(file);
        } catch (MediaException refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", refused);
            }
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
