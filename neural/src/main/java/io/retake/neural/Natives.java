package io.retake.neural;

import ai.onnxruntime.OrtSession;
import io.retake.core.Places;
import io.retake.engine.ffmpeg.PinnedNatives;
import io.retake.engine.ffmpeg.UnpackedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * ONNX Runtime's libraries, unpacked once into the user's cache folder. Left to itself it unpacks 28 MB into the temporary
 * folder at each start, and leaves them there when the program is killed.
 */
final class Natives {
    private static final String PROPERTY = "onnxruntime.native.path";

    private Natives() {}

    /** Why there are none; empty when they are ready. */
    static Optional<String> prepare() {
        if (System.getProperty(PROPERTY) != null) {
            return Optional.empty();
        }
        String platform = platform();
        if (platform.startsWith("win")) {
            return Optional.of(NeuralMessages.text("network.windows"));
        }
        List<String> files = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        if (Natives.class.getResource(resource(platform, files.get(0))) == null) {
            return Optional.of(NeuralMessages.text("network.no-build", platform));
        }
        Path cache = Places.of(System.getenv()).cache();
        Path folder = cache.resolve("onnxruntime").resolve(platform + "-" + version());
        try {
            Path unpacked = new UnpackedFolder(cache, folder).unpack(() -> sources(platform, files));
            System.setProperty(PROPERTY, unpacked.toString());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(NeuralMessages.text("network.not-unpacked", folder, e.getMessage()));
        }
    }

    private static Map<String, UnpackedFolder.ContentSource> sources(String platform, List<String> files)
            throws IOException {
        PinnedNatives.check(
                OrtSession.class.getProtectionDomain().getCodeSource().getLocation());
        return files.stream()
                .collect(Collectors.toMap(Function.identity(), file -> () -> open(resource(platform, file))));
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Natives.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(NeuralMessages.text("network.no-resource", resource));
        }
        return in;
    }

    private static String resource(String platform, String file) {
        return "/ai/onnxruntime/native/" + platform + "/" + file;
    }

    private static String version() {
        String version = OrtSession.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        boolean arm = processor.startsWith("aarch64") || processor.startsWith("arm64");
        return family + "-" + (arm ? "aarch64" : "x64");
    }
}
