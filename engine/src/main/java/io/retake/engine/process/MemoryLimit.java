package io.retake.engine.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Limits the memory of a child process. Linux counts all private memory that a process can write to, and refuses more
 * ({@code RLIMIT_DATA}, since 4.7); the shell sets it, since a limit is inherited and POSIX has no other way. Elsewhere
 * {@link MemoryWatch} looks at the process from outside.
 */
final class MemoryLimit {
    /**
     * Threads' stacks count as well, all of them, so they get the usual 8 MB and not what a user may have set. A limit that
     * is lower already stays: then setting it fails, and that is as good.
     */
    private static final String SCRIPT =
            "ulimit -S -s 8192 2>/dev/null; ulimit -d \"$1\" 2>/dev/null; shift; exec \"$@\"";

    private MemoryLimit() {}

    static boolean isKept(Platform platform) {
        return platform.isLinux();
    }

    /** The command under a limit, where there are such limits. */
    static List<String> wrap(List<String> command, long bytes, Platform platform) {
        if (!isKept(platform)) {
            return command;
        }
        List<String> full =
                new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "retake-limit", String.valueOf(bytes >> 10)));
        full.addAll(command);
        return full;
    }
}
