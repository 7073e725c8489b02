package io.retake.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The user that this process runs as, in the file system's terms. Java does not expose it, but a file created by this
 * process has it.
 */
final class OwnUser {
    private OwnUser() {}

    private static final class Holder {
        private static final @Nullable Object ID = find();

        /** Finds the user: on Linux from the process's own entry in /proc, elsewhere from a temporary file. */
        private static @Nullable Object find() {
            try {
                Path self = Path.of("/proc/self/stat");
                if (Files.exists(self)) {
                    return Files.getAttribute(self, "unix:uid");
                }
                Path probe = Files.createTempFile("retake", null);
                try {
                    return Files.getAttribute(probe, "unix:uid");
                } finally {
                    Files.delete(probe);
                }
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** Returns whether this user owns a file; true where that is unknown. */
    static boolean owns(Path file, LinkOption... how) throws IOException {
        Object own = Holder.ID;
        try {
            return own == null || own.equals(Files.getAttribute(file, "unix:uid", how));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        }
    }
}
