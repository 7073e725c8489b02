package io.retake.dsl.parameter;

import java.nio.file.Path;
import java.util.List;

/** Selects the footage among the files that a folder or a pattern names. */
@FunctionalInterface
public interface FootageFilter {
    /** Selects all files. */
    FootageFilter ALL = (named, found) -> found;

    /**
     * Returns the footage, in the given order.
     *
     * @param named the folder or pattern, for messages
     * @param found the files; not empty
     */
    List<Path> footage(String named, List<Path> found);
}
