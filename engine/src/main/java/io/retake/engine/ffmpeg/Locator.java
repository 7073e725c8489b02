package io.retake.engine.ffmpeg;

import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Platform;
import io.retake.engine.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides which FFmpeg to use, and says why. */
final class Locator {
    static final String VARIABLE = "RETAKE_FFMPEG";

    private final Platform platform;
    private final Map<String, String> environment;
    private final Path top;
    private final Path cache;
    private final ClassLoader loader;

    Locator(Platform platform, Map<String, String> environment, Path cache, ClassLoader loader) {
        this.platform = platform;
        this.environment = environment;
        this.top = cache;
        this.cache = cache.resolve("ffmpeg");
        this.loader = loader;
    }

    FFmpeg locate() {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? bundled() : chosen(named);
    }

    private FFmpeg chosen(String named) {
        Path program = isBareName(named)
                ? onPath(named).orElseThrow(() -> unusable(named, EngineMessages.text("ffmpeg.not-on-path")))
                : Path.of(named).toAbsolutePath();
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            throw unusable(named, EngineMessages.text("ffmpeg.nothing-there", program));
        }
        String prober = platform.executable("ffprobe");
        Path probe = Optional.of(program.resolveSibling(prober))
                .filter(Files::isExecutable)
                .or(() -> onPath(prober))
                .orElseThrow(() -> unusable(named, EngineMessages.text("ffmpeg.no-ffprobe")));
        return described(program, probe, EngineMessages.text("ffmpeg.origin-variable", VARIABLE), patience());
    }

    /** Returns the stall limit's variable for {@link Processes}, which sees no other part of the environment. */
    private Map<String, String> patience() {
        return Optional.ofNullable(environment.get(Processes.STALL_VARIABLE))
                .map(seconds -> Map.of(Processes.STALL_VARIABLE, seconds))
                .orElse(Map.of());
    }

    private FFmpeg bundled() {
        BundledJar jar = BundledJar.find(loader, platform)
                .orElseThrow(() ->
                        new MediaException(EngineMessages.text("ffmpeg.none-bundled", platform.name(), VARIABLE)));
        Path folder = unpacked(jar);
        // Beside it first and always: what the system has under these names is never loaded, so that every machine
        // behaves like a bare one.
        Map<String, String> variables = new HashMap<>(patience());
        if (platform.isLinux()) {
            variables.put("LD_LIBRARY_PATH", folder.toString());
        }
        return described(
                folder.resolve(platform.executable("ffmpeg")),
                folder.resolve(platform.executable("ffprobe")),
                EngineMessages.text("ffmpeg.origin-bundled", jar.version(), platform.name()),
                variables);
    }

    private Path unpacked(BundledJar jar) {
        // Versions of Retake that kept no hashes use a folder without this ending. With one folder for both, each would
        // unpack over the other's.
        String name = jar.version() + "-" + platform.name() + "-hashed";
        try {
            return new UnpackedFolder(top, cache.resolve(name)).unpack(jar::files);
        } catch (IOException first) {
            try {
                Path temporary = Files.createTempDirectory("retake-ffmpeg");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.deleteQuietly(temporary)));
                return new UnpackedFolder(temporary, temporary.resolve(name)).unpack(jar::files);
            } catch (IOException second) {
                second.addSuppressed(first);
                throw new MediaException(
                        EngineMessages.text("ffmpeg.not-unpacked", cache, first.getMessage(), second.getMessage()),
                        second);
            }
        }
    }

    private FFmpeg described(Path ffmpeg, Path ffprobe, String origin, Map<String, String> variables) {
        Capabilities can = new CapabilityReader(top, cache).of(ffmpeg, variables);
        return new FFmpeg(ffmpeg, ffprobe, can.version(), origin, variables, can);
    }

    private static boolean isBareName(String named) {
        return !named.contains("/") && !named.contains(File.separator);
    }

    private Optional<Path> onPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static MediaException unusable(String named, String why) {
        return new MediaException(EngineMessages.text("ffmpeg.variable-wrong", VARIABLE, named, why));
    }
}
