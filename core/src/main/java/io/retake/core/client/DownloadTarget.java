package io.retake.core.client;

import java.nio.file.Path;

/**
 * Where a download goes, decided again at its end: a render may take an hour, and somebody may have put a file of theirs
 * under the name in the meantime. Called in the thread that downloads.
 */
public interface DownloadTarget {

    /** The file; its folder is where the download is kept until it is complete. */
    Path path();

    /** Whether the file that is under that name now may be replaced. */
    boolean mayReplace(Path existing);

    /**
     * Another name in the same folder.
     *
     * @param taken what somebody else has by now
     */
    Path another(Path taken);

    /** A target whose file is replaced, whatever it is. */
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
