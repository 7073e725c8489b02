package io.retake.repl.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this program lies. */
final class Installation {
    private Installation() {}

    /** The folder of the jar that is running, or of the classes; the working directory if that is not known. */
    static Path folder() {
        try {
            CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            Path parent = place == null ? null : place.getParent();
            return parent == null ? Path.of("").toAbsolutePath() : parent;
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Path.of("").toAbsolutePath();
        }
    }
}
