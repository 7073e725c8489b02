package io.retake.dsl;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a platform wants a program's caches and state. */
final class Folders {
    private Folders() {}

    /** What can be made again. */
    static Path cache(Map<String, String> environment, Path home) {
        return standard(environment, home, "XDG_CACHE_HOME", ".cache", "Library/Caches");
    }

    /** What should be there the next time. */
    static Path state(Map<String, String> environment, Path home) {
        return standard(environment, home, "XDG_STATE_HOME", ".local/state", "Library/Application Support");
    }

    private static Path standard(
            Map<String, String> environment, Path home, String variable, String folder, String macFolder) {
        String given = environment.getOrDefault(variable, "");
        // A relative path there is invalid and to be ignored (XDG Base Directory Specification).
        if (!given.isBlank() && Path.of(given).isAbsolute()) {
            return Path.of(given).resolve("retake");
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault(
                    "LOCALAPPDATA", home.resolve("AppData/Local").toString());
            return Path.of(local, "retake");
        }
        return home.resolve(os.startsWith("mac") ? macFolder : folder).resolve("retake");
    }
}
