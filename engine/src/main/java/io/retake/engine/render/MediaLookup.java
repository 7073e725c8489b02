package io.retake.engine.render;

import java.util.Optional;

/** Finds a medium by its content hash. */
public interface MediaLookup {
    Optional<Source> find(String hash);
}
