package io.retake.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where a platform wants a program to keep a user's data. */
final class DataFolders {
    private DataFolders() {}

    static Path standard(Map<String, String> environment) {
        return standard(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static Path standard(Map<String, String> environment, String system, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("retake");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("retake");
        }
        return absolute(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                .resolve("retake");
    }

    /** A relative path in such a variable is to be ignored (XDG Base Directory Specification). */
    private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
        return Stream.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .findFirst()
                .orElse(otherwise);
    }
}
