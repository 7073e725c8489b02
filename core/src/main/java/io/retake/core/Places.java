package io.retake.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folders in which this platform keeps a program's files for a user: the XDG Base Directory Specification on Linux
 * and other systems, Library folders on macOS, %LOCALAPPDATA% on Windows. Creates nothing.
 *
 * @param environment the process's variables
 * @param home the user's home folder
 * @param system the operating system, as in {@code os.name}
 */
public record Places(Map<String, String> environment, Path home, String system) {

    /** Copies the variables. */
    public Places {
        environment = Map.copyOf(environment);
    }

    /** Returns the folders on this machine for a process with these variables. */
    public static Places of(Map<String, String> environment) {
        return of(environment, home(environment));
    }

    /** Returns the folders on this machine below another home folder. */
    public static Places of(Map<String, String> environment, Path home) {
        return new Places(environment, home, System.getProperty("os.name", ""));
    }

    /**
     * Returns the home folder: {@code HOME} where it is set, like every other Unix program. Java itself asks the user
     * database, which may name another folder.
     */
    public static Path home(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Optional.ofNullable(windows ? null : environment.get("HOME"))
                .filter(value -> !value.isBlank())
                .map(FileNames::path)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
    }

    /** Returns the folder for files that can be regenerated. */
    public Path cache() {
        return kind("XDG_CACHE_HOME", ".cache", "Library/Caches", "retake/cache");
    }

    /** Returns the folder for files that the user would miss. */
    public Path data() {
        return kind("XDG_DATA_HOME", ".local/share", "Library/Application Support", "retake");
    }

    /** Returns the folder for the user's settings. */
    public Path config() {
        return kind("XDG_CONFIG_HOME", ".config", "Library/Application Support", "retake/config");
    }

    /** Returns the folder for state kept between runs. */
    public Path state() {
        return kind("XDG_STATE_HOME", ".local/state", "Library/Application Support", "retake");
    }

    private Path kind(String variable, String folder, String macFolder, String windowsFolder) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute("LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve(windowsFolder);
        }
        Path standard = home.resolve(os.startsWith("mac") ? macFolder : folder);
        return absolute(variable).orElse(standard).resolve("retake");
    }

    /** Returns the folder that a variable names; XDG declares a relative path invalid, to be ignored. */
    public Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(FileNames::path)
                .filter(Path::isAbsolute);
    }
}
