package io.retake.engine.render.timeline;

import java.nio.file.Path;
import java.util.Optional;

/** Finds a medium by its content hash. */
public interface MediaLookup {
    Optional<Source> find(String hash);

    /** Finds a file that is no medium, such as a color table. */
    default Optional<Path> file(String hash) {
        return Optional.empty();
    }
}
