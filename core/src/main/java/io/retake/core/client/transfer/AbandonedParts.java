package io.retake.core.client.transfer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Clears up after downloads whose process was killed. */
public final class AbandonedParts {
    private AbandonedParts() {}

    /** Removes their files from a folder, not from those below it. Files that another process still writes stay. */
    public static void remove(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(absolute, PartName::matches)) {
            for (Path part : parts) {
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    PartLocks.removeAbandoned(part);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return; // a folder that can't be listed keeps what is in it
        }
    }
}
