package io.retake.engine.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.UUID;

/** Identifies this build of the program, whatever its version says: a changed program makes different renders. */
final class Build {
    /** Equal in all processes that run from one jar; unique to each process that runs from loose classes. */
    static final String STAMP = stamp();

    private Build() {}

    private static String stamp() {
        try {
            CodeSource source = Build.class.getProtectionDomain().getCodeSource();
            Path jar = Path.of(
                    source == null
                            ? URI.create("file:///")
                            : source.getLocation().toURI());
            if (Files.isRegularFile(jar)) {
                return Files.size(jar) + "@" + Files.getLastModifiedTime(jar).toMillis();
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            // Not a jar on this disk.
        }
        return UUID.randomUUID().toString();
    }
}
