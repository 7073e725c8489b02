package io.retake.dsl.compile;

import io.retake.core.Sha256;
import io.retake.core.Version;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.problem.ScriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.codehaus.groovy.util.ReleaseInfo;

/**
 * The identity of a compiled script: its text, its name, this build of the language, Groovy, and the JDK. Does not ask
 * GroovySystem for Groovy's version, which would initialize all of Groovy's runtime.
 */
final class CacheKey {
    private CacheKey() {}

    static String of(ScriptSource source) {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {
            Build.STAMP, ReleaseInfo.getVersion(), "" + Runtime.version().feature(), source.name(), source.text()
        }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The build of the language, computed once per process. */
    private static final class Build {
        static final String STAMP = Version.current() + stamp(Scripts.class) + stamp(Vocabulary.class);

        private Build() {}

        /** Returns size and time of the jar; for a folder of class files, the newest time and their number. */
        private static String stamp(Class<?> member) {
            try {
                CodeSource code = member.getProtectionDomain().getCodeSource();
                URL place = code == null ? null : code.getLocation();
                if (place == null || !place.getProtocol().equals("file")) {
                    return String.valueOf(place);
                }
                Path path = Path.of(place.toURI());
                return Files.isDirectory(path) ? newest(path) : file(path);
            } catch (IOException | URISyntaxException | UncheckedIOException e) {
                return e.toString();
            }
        }

        private static String file(Path jar) throws IOException {
            return Files.size(jar) + "@" + Files.getLastModifiedTime(jar).toMillis();
        }

        private static String newest(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                long[] latest = {0, 0};
                all.filter(f -> f.toString().endsWith(".class")).forEach(f -> {
                    latest[0] = Math.max(latest[0], f.toFile().lastModified());
                    latest[1]++;
                });
                return latest[1] + "@" + latest[0];
            }
        }
    }
}
