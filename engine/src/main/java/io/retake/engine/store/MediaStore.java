package io.retake.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.engine.api.EngineException;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Media by content: the same bytes are one medium, whatever they are called. A medium is a copy, or known by the places
 * where its original lies; an original that changed since is not that medium any more. Thread-safe, and safe beside
 * other engines.
 */
public final class MediaStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String DESCRIPTION = "media.json";
    private static final String CONTENT = "content.";
    private static final int MOST_PLACES = 16;

    private final EngineHome home;
    private final DataFolder data;
    private final FileHashes hashes;

    public MediaStore(EngineHome home, Clock clock) {
        this.home = home;
        this.data = home.data();
        this.hashes = new FileHashes(data.hashes(), clock);
    }

    /** The folder of a medium, as {@link Storage#hold} takes it. */
    public Path folder(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new EngineException(
                    EngineMessages.text("medium.odd-hash", hash.substring(0, Math.min(hash.length(), 80))));
        }
        return data.media().resolve(hash);
    }

    /**
     * Takes over a finished file from this engine's temporary folder.
     *
     * @param hash its content hash
     * @param extension as the protocol lists it, without the dot
     */
    public void adopt(Path file, String hash, String extension) throws IOException {
        PrivateFiles.restrict(file);
        AtomicFiles.force(file);
        Path staged = home.newTemporary();
        try {
            Files.move(file, staged.resolve(CONTENT + extension));
            data.exclusively(() -> publish(hash, staged, extension));
        } finally {
            Folders.delete(staged);
        }
    }

    /** The content hash of a file that nobody changes meanwhile. */
    public String hash(Path file) throws IOException {
        return FileHashes.compute(file);
    }

    private Path publish(String hash, Path staged, String extension) throws IOException {
        Path folder = folder(hash);
        if (copy(folder).isEmpty()) {
            if (Files.isDirectory(folder)) {
                AtomicFiles.move(staged.resolve(CONTENT + extension), folder.resolve(CONTENT + extension));
            } else {
                AtomicFiles.move(staged, folder);
            }
        }
        return folder;
    }

    /**
     * Notes the path of an original; copies nothing.
     *
     * @return its content hash
     */
    public String reference(Path original) throws IOException {
        FileHashes.HashedFile known = hashes.of(original);
        Path folder = folder(known.hash());
        data.exclusively(() -> {
            data.make(folder);
            AtomicFiles.write(folder.resolve(DESCRIPTION), Json.bytes(described(folder, known)));
            return folder;
        });
        return known.hash();
    }

    private static ObjectNode described(Path folder, FileHashes.HashedFile known) throws IOException {
        ObjectNode newest = known.stamp().json();
        ObjectNode description = Json.object();
        ArrayNode places = description.putArray("places").add(newest);
        for (JsonNode place : noted(folder)) { // as they are noted: those that are no path here are another user's
            if (!place.path("path").equals(newest.path("path")) && places.size() < MOST_PLACES) {
                places.add(place);
            }
        }
        return description;
    }

    private static JsonNode noted(Path folder) throws IOException {
        return Json.read(folder.resolve(DESCRIPTION)).orElseGet(Json::object).path("places");
    }

    private static List<FileHashes.Stamp> places(Path folder) throws IOException {
        List<FileHashes.Stamp> places = new ArrayList<>();
        noted(folder).forEach(place -> FileHashes.Stamp.of(place).ifPresent(places::add));
        return places;
    }

    /**
     * Where a medium can be read now.
     *
     * @throws EngineException when it is gone, or its original has changed
     */
    public Path locate(String hash) throws IOException {
        Path folder = folder(hash);
        Optional<Path> copy = copy(folder);
        if (copy.isPresent()) {
            return copy.get();
        }
        List<FileHashes.Stamp> places = places(folder);
        for (FileHashes.Stamp place : places) {
            if (place.isAsItWas()) {
                return place.path();
            }
        }
        throw new EngineException(
                places.isEmpty()
                        ? EngineMessages.text("medium.gone", hash.substring(0, 12))
                        : EngineMessages.text("medium.changed", places.get(0).path()));
    }

    private static Optional<Path> copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(CONTENT))
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
