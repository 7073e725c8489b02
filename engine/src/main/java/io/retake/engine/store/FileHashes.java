package io.retake.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.Sha256;
import io.retake.engine.api.EngineException;
import io.retake.engine.ffmpeg.ContentHash;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The content hash of a file, remembered as long as the file is as it was: hours of footage are read once. */
final class FileHashes {
    /**
     * A file changed this lately could change again within its time stamp's resolution, with nothing to show for it.
     */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Path folder;
    private final Clock clock;

    FileHashes(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Path, size and modification time: tells a changed file without reading it. */
    record Stamp(Path path, long size, Instant modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    file, attributes.size(), attributes.lastModifiedTime().toInstant());
        }

        /** Empty where this process can't have such a path: it was met in another locale, which has other names. */
        static Optional<Stamp> of(JsonNode json) {
            try {
                return Optional.of(new Stamp(
                        Path.of(json.path("path").asText()),
                        json.path("size").asLong(),
                        Instant.parse(json.path("modified").asText())));
            } catch (InvalidPathException | DateTimeParseException elsewhere) {
                return Optional.empty();
            }
        }

        ObjectNode json() {
            return Json.object().put("path", path.toString()).put("size", size).put("modified", modified.toString());
        }

        boolean isAsItWas() {
            try {
                return equals(of(path));
            } catch (IOException goneOrSomebodyElses) {
                return false;
            }
        }
    }

    record HashedFile(String hash, Stamp stamp) {}

    /** The hash of a file, with the stamp it had; read again when it changed while it was read. */
    HashedFile of(Path file) throws IOException {
        for (int attempt = 0; attempt < 3; attempt++) {
            Stamp before = Stamp.of(file);
            Path note = folder.resolve(Sha256.hex(file.toString()) + ".json");
            Optional<String> noted = noted(note, before);
            if (noted.isPresent()) {
                return new HashedFile(noted.get(), before);
            }
            String hash = compute(file);
            if (before.isAsItWas()) {
                note(note, before, hash);
                return new HashedFile(hash, before);
            }
        }
        throw new EngineException(EngineMessages.text("file.being-written", file));
    }

    private static Optional<String> noted(Path note, Stamp now) throws IOException {
        return Json.read(note)
                .filter(json -> Stamp.of(json.path("stamp")).filter(now::equals).isPresent())
                .map(json -> json.path("hash").asText());
    }

    private void note(Path note, Stamp stamp, String hash) throws IOException {
        if (stamp.modified().plus(SETTLED).isBefore(clock.instant())) {
            ObjectNode json = Json.object().put("hash", hash);
            json.set("stamp", stamp.json());
            AtomicFiles.write(note, Json.bytes(json));
        }
    }

    static String compute(Path file) throws IOException {
        try {
            return ContentHash.of(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
