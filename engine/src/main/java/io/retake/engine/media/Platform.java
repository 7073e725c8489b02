package io.retake.engine.media;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The machine, in the words of the FFmpeg jars.
 *
 * @param system linux, macosx or windows
 * @param processor x86_64 or arm64
 */
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
        String arch = osArch.toLowerCase(Locale.ROOT);
        String processor = arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "x86_64";
        return new Platform(system, processor);
    }

    String name() {
        return system + "-" + processor;
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    String executable(String tool) {
        return isWindows() ? tool + ".exe" : tool;
    }

    /** Where this platform wants a program to keep what it can make again; a relative path is ignored, as XDG says. */
    Path cacheFolder(Map<String, String> environment, Path home) {
        if (isWindows()) {
            return absolute(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("retake")
                    .resolve("cache");
        }
        if (system.equals("macosx")) {
            return home.resolve("Library").resolve("Caches").resolve("retake");
        }
        return absolute(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("retake");
    }

    private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }
}
