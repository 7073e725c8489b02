package io.retake.core.client.transfer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Removes the partial downloads of killed processes. */
public final class AbandonedParts {
    private AbandonedParts() {}

    /** Removes them from a folder, not from its subfolders. Keeps files that another process still writes. */
    public static void remove(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(absolute, PartName::matches)) {
            for (Path part : parts) {
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    PartLocks.removeAbandoned(part);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return; // a folder that can't be listed keeps its files
        }
    }
}
