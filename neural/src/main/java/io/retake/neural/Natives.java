package io.retake.neural;

import io.retake.core.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
            return Optional.of("FFmpeg for Windows takes no pictures from a socket, so pictures are not enlarged by the"
                    + " network here. Use the fast method.");
        }
        List<String> files = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        if (Natives.class.getResource(resource(platform, files.get(0))) == null) {
            return Optional.of("ONNX Runtime has no build for this machine (" + platform
                    + "), so pictures are not enlarged by the network here. Use the fast method.");
        }
        Path folder = Places.of(System.getenv()).cache().resolve("onnxruntime");
        try {
            Path unpacked = folder.resolve(stamp(platform, files.get(0)));
            Files.createDirectories(unpacked);
            for (String file : files) {
                unpack(platform, file, unpacked);
            }
            System.setProperty(PROPERTY, unpacked.toString());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("ONNX Runtime can't be unpacked into " + folder + " (" + e.getMessage()
                    + "). Make room there, or use the fast method.");
        }
    }

    private static String resource(String platform, String file) {
        return "/ai/onnxruntime/native/" + platform + "/" + file;
    }

    /** Another version has another size. */
    private static String stamp(String platform, String file) throws IOException {
        return platform + "-" + size(platform, file);
    }

    private static long size(String platform, String file) throws IOException {
        java.net.URL url = Natives.class.getResource(resource(platform, file));
        if (url == null) {
            throw new IOException(file + " is not on the class path");
        }
        return url.openConnection().getContentLengthLong();
    }

    private static void unpack(String platform, String file, Path folder) throws IOException {
        Path target = folder.resolve(file);
        if (Files.exists(target) && Files.size(target) == size(platform, file)) {
            return;
        }
        Path fresh = folder.resolve(file + "." + UUID.randomUUID() + ".new");
        try (InputStream in = Natives.class.getResourceAsStream(resource(platform, file))) {
            if (in == null) {
                throw new IOException(file + " is not on the class path");
            }
            Files.copy(in, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        boolean arm = processor.startsWith("aarch64") || processor.startsWith("arm64");
        return family + "-" + (arm ? "aarch64" : "x64");
    }
}
