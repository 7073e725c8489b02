package io.retake.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this platform wants a program to keep a person's files: the XDG Base Directory Specification on Linux and other
 * systems, Library folders on macOS, %LOCALAPPDATA% on Windows. Nothing is created here.
 *
 * @param environment the process's variables
 * @param home the person's home folder
 * @param system the operating system, as {@code os.name} says it
 */
public record Places(Map<String, String> environment, Path home, String system) {

    /** Copies. */
    public Places {
        environment = Map.copyOf(environment);
    }

    /** The places of this machine for a process with that environment. */
    public static Places of(Map<String, String> environment) {
        return of(environment, home(environment));
    }

    /** The places of this machine below another home folder. */
    public static Places of(Map<String, String> environment, Path home) {
        return new Places(environment, home, System.getProperty("os.name", ""));
    }

    /**
     * The home folder: {@code HOME} where there is one, as every other program of a Unix does, which is not always the
     * folder in the user database that Java asks.
     */
    public static Path home(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Optional.ofNullable(windows ? null : environment.get("HOME"))
                .filter(value -> !value.isBlank())
                .map(FileNames::path)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
    }

    /** What can be made again. */
    public Path cache() {
        return kind("XDG_CACHE_HOME", ".cache", "Library/Caches", "retake/cache");
    }

    /** What a person would miss. */
    public Path data() {
        return kind("XDG_DATA_HOME", ".local/share", "Library/Application Support", "retake");
    }

    /** What a person has set up. */
    public Path config() {
        return kind("XDG_CONFIG_HOME", ".config", "Library/Application Support", "retake/config");
    }

    /** What should be there the next time. */
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

    /** The folder that a variable names; a relative path there is invalid and to be ignored (XDG). */
    public Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(FileNames::path)
                .filter(Path::isAbsolute);
    }
}
