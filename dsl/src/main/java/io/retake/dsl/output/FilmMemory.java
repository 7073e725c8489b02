package io.retake.dsl.output;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.Sha256;
import io.retake.dsl.problem.ScriptMessages;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the files that Retake made, by path, size and time, in a folder of its own. Forgets a file that has changed
 * since. Thread-safe, also between processes.
 */
final class FilmMemory {
    private static final Maker UNKNOWN = new Maker("", List.of(), ScriptMessages.text("film.earlier-run"));
    static final String FOLDER = "outputs";
    private final Path stateFolder;
    private final Path folder;

    FilmMemory(Path stateFolder) {
        this.stateFolder = stateFolder;
        this.folder = stateFolder.resolve(FOLDER);
    }

    /**
     * The origin of an unchanged file of Retake's.
     *
     * @param stamp size and time of the file
     * @param at the time when Retake made it
     * @param maker the maker
     */
    record FilmOrigin(String stamp, Instant at, Maker maker) {}

    /** Returns a file's origin; empty when Retake did not make it, or it has changed. */
    Optional<FilmOrigin> of(Path file) {
        try {
            List<String> lines = Files.readAllLines(entry(file));
            FilmOrigin origin = read(lines);
            return origin.stamp().equals(stamp(file)) ? Optional.of(origin) : Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    private static FilmOrigin read(List<String> lines) {
        if (lines.size() < 4) { // written by a version that kept only the stamp
            return new FilmOrigin(lines.get(0), Instant.EPOCH, UNKNOWN);
        }
        List<String> scripts =
                lines.subList(4, lines.size()).stream().map(FilmMemory::text).toList();
        return new FilmOrigin(
                lines.get(0), Instant.parse(lines.get(1)), new Maker(lines.get(2), scripts, text(lines.get(3))));
    }

    /** Remembers the current version of a file. */
    void remember(Path file, Maker maker) {
        try {
            PrivateFiles.folder(stateFolder, folder);
            StringBuilder lines = new StringBuilder(stamp(file))
                    .append('\n')
                    .append(Instant.now())
                    .append('\n')
                    .append(maker.key())
                    .append('\n')
                    .append(line(maker.name()));
            maker.scripts().forEach(script -> lines.append('\n').append(line(script)));
            AtomicFiles.writeCache(entry(file), lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // forgotten: the next run then adds a number instead of replacing
        }
    }

    /** Returns size and time of a file, which differ after a change. */
    static String stamp(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    }

    /** Returns one path for a file, whichever links lead to its folder. */
    static Path canonical(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
        } catch (IOException noFolder) {
            return absolute;
        }
    }

    private Path entry(Path file) {
        return folder.resolve(Sha256.hex(canonical(file).toString()));
    }

    private static String line(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String line) {
        return URLDecoder.decode(line, StandardCharsets.UTF_8);
    }
}
