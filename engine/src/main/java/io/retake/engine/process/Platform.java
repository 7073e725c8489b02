package io.retake.engine.process;

import java.util.Locale;

/**
 * The machine, in the words of the FFmpeg jars.
 *
 * @param system linux, macosx or windows
 * @param processor x86_64 or arm64
 */
public record Platform(String system, String processor) {

    public static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
        String arch = osArch.toLowerCase(Locale.ROOT);
        String processor = arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "x86_64";
        return new Platform(system, processor);
    }

    public String name() {
        return system + "-" + processor;
    }

    public boolean isLinux() {
        return system.equals("linux");
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    public String executable(String tool) {
        return isWindows() ? tool + ".exe" : tool;
    }
}
