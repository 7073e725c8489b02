package io.retake.repl.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Locates the installed program. */
final class Installation {
    /** Levels from the jar in a build up to the checkout's root folder. */
    private static final int LEVELS = 6;

    private Installation() {}

    /** Returns the folder of the bundled recipes: {@code scripts} beside the launcher, some folders above this jar. */
    static Optional<Path> recipes() {
        return Stream.iterate(Optional.of(folder()), Optional::isPresent, f -> f.map(Path::getParent))
                .limit(LEVELS)
                .flatMap(Optional::stream)
                .filter(folder -> Files.isRegularFile(folder.resolve("retake")))
                .map(folder -> folder.resolve("scripts"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Returns the folder of the running jar, or of the classes; the working directory if it is unknown. */
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
