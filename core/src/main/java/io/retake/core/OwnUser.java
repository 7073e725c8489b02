package io.retake.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who this process is to the file system. Java doesn't say; a file that we have made does. */
final class OwnUser {
    private OwnUser() {}

    private static final class Holder {
        private static final @Nullable Object ID = find();

        /** On Linux the process itself is a file of its user; elsewhere one is made and removed again. */
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

    /** Whether something is this user's; true where that can't be told. */
    static boolean owns(Path file, LinkOption... how) throws IOException {
        Object own = Holder.ID;
        try {
            return own == null || own.equals(Files.getAttribute(file, "unix:uid", how));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        }
    }
}
