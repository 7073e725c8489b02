package io.retake.engine.ffmpeg;

import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The FFmpeg jar on the class path: its programs, its libraries, and our stubs for libraries that Linux may lack. */
final class BundledJar {
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private final ClassLoader loader;
    private final Platform platform;
    private final String folder;
    private final URL program;

    private BundledJar(ClassLoader loader, Platform platform, String folder, URL program) {
        this.loader = loader;
        this.platform = platform;
        this.folder = folder;
        this.program = program;
    }

    /** The jar for this platform, when it is there; the GPL build first, because it has x264. */
    static Optional<BundledJar> find(ClassLoader loader, Platform platform) {
        for (String suffix : List.of("-gpl", "")) {
            String folder = "org/bytedeco/ffmpeg/" + platform.name() + suffix + "/";
            URL program = loader.getResource(folder + platform.executable("ffmpeg"));
            if (program != null) {
                return Optional.of(new BundledJar(loader, platform, folder, program));
            }
        }
        return Optional.empty();
    }

    /** The jar's version, such as 8.0.1-1.5.13. */
    String version() {
        try (InputStream in = loader.getResourceAsStream(VERSION)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown").replaceAll("[^A-Za-z0-9.-]", "_");
        } catch (IOException e) {
            throw new MediaException(EngineMessages.text("ffmpeg.jar-unreadable", e.getMessage()), e);
        }
    }

    /**
     * Every file that belongs in the unpacked folder, by name.
     *
     * @throws IOException also when the jar is not the one that Retake was built with
     */
    Map<String, UnpackedFolder.ContentSource> files() throws IOException {
        Map<String, UnpackedFolder.ContentSource> files = new LinkedHashMap<>();
        if (program.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            PinnedNatives.check(connection.getJarFileURL());
            try (JarFile jar = connection.getJarFile()) {
                jar.stream()
                        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                        .map(ZipEntry::getName)
                        .map(name -> name.substring(folder.length()))
                        .filter(BundledJar::isWanted)
                        .forEach(name -> files.put(name, () -> open(folder + name)));
            }
        } else {
            throw new IOException(EngineMessages.text("ffmpeg.not-in-jar", program));
        }
        for (String stub : stubs()) {
            files.putIfAbsent(stub, () -> open(stubFolder() + stub));
        }
        return files;
    }

    /** The libraries that stand in for ones the system may lack; empty except on Linux. */
    List<String> stubs() throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = loader.getResourceAsStream(stubFolder() + "index.txt")) {
            if (in != null) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private String stubFolder() {
        return "io/retake/engine/ffmpeg/stubs/" + platform.name() + "/";
    }

    /** Leaves out JavaCPP's own glue, which programs don't use. */
    private static boolean isWanted(String name) {
        return !name.contains("/") && !name.startsWith("libjni") && !name.startsWith("jni");
    }

    private InputStream open(String resource) throws IOException {
        @Nullable InputStream in = loader.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(EngineMessages.text("ffmpeg.no-resource", resource));
        }
        return in;
    }
}
