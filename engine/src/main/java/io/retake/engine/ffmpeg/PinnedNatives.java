package io.retake.engine.ffmpeg;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The jars with native code that Retake was built and tested with, by name, with the SHA-256 of each: the build's list,
 * which the build itself checks. A jar that is not on it, of a host program's choice, is not judged.
 */
public final class PinnedNatives {
    private static final String LIST = "natives.sha256";

    private PinnedNatives() {}

    /**
     * Refuses a jar that has a pinned name and other bytes.
     *
     * @throws IOException also when it can't be read
     */
    public static void check(URL jar) throws IOException {
        Path file;
        try {
            file = Path.of(jar.toURI());
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return; // in no file: inside of another jar
        }
        check(file, list());
    }

    static void check(Path jar, Map<String, String> pinned) throws IOException {
        Optional<String> expected = Optional.ofNullable(pinned.get(String.valueOf(jar.getFileName())));
        if (expected.isEmpty()) {
            return;
        }
        String found = ContentHash.of(jar);
        if (!found.equals(expected.get())) {
            throw new IOException(EngineMessages.text("ffmpeg.other-jar", jar, found, expected.get()));
        }
    }

    /** SHA-256 by the jar's name. */
    static Map<String, String> list() throws IOException {
        try (InputStream in = PinnedNatives.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IOException(EngineMessages.text("ffmpeg.no-resource", LIST));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +", 2))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
        }
    }
}
