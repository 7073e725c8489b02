package io.retake.dsl.language;

import java.nio.file.Path;
import java.util.List;

/** Says which of the files that a folder or a pattern names are footage, and not films that a script made of it before. */
@FunctionalInterface
public interface FootageFilter {
    /** Takes all of them. */
    FootageFilter ALL = (named, found) -> found;

    /**
     * Those that are meant, in their order.
     *
     * @param named the folder or pattern, for messages
     * @param found the files there; not empty
     */
    List<Path> footage(String named, List<Path> found);
}
