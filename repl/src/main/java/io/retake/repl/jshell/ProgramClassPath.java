package io.retake.repl.jshell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The class path of this process, including the jars that manifests name: the launcher passes only the first jar. */
final class ProgramClassPath {
    private ProgramClassPath() {}

    static String text() {
        Set<Path> found = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            add(Path.of(entry).toAbsolutePath(), found);
        }
        return found.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void add(Path entry, Collection<Path> found) {
        if (!Files.exists(entry) || !found.add(entry) || Files.isDirectory(entry)) {
            return;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : named == null ? new String[0] : named.split(" +")) {
                add(Path.of(entry.toUri().resolve(name)), found);
            }
        } catch (IOException | IllegalArgumentException notAJar) {
            return; // the class loader ignores it too
        }
    }
}
