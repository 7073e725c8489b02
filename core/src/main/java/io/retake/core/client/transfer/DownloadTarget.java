package io.retake.core.client.transfer;

import java.nio.file.Path;

/**
 * The target of a download, decided again at its end: a render may take an hour, and another file may have appeared under the
 * name. Called in the thread that downloads.
 */
public interface DownloadTarget {

    /** Returns the file; its folder also holds the unfinished download. */
    Path path();

    /** Returns whether the file that now has the name may be replaced. */
    boolean mayReplace(Path existing);

    /**
     * Returns another name in the same folder.
     *
     * @param taken the name of a file that must not be replaced
     */
    Path another(Path taken);

    /** Returns a target that replaces any file. */
    static DownloadTarget replacing(Path target) {
        return new DownloadTarget() {
            @Override
            public Path path() {
                return target;
            }

            @Override
            public boolean mayReplace(Path existing) {
                return true;
            }

            @Override
            public Path another(Path taken) {
                throw new IllegalStateException("nothing stands in the way of " + taken);
            }
        };
    }
}
