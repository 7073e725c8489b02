package io.retake.dsl.parameter;

import io.retake.core.FileNames;
import io.retake.core.protocol.MediaType;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that a script names: next to the script first, so that a script and its footage can be moved
 * together, then in the working folder.
 */
public final class MediaFiles {
    private final Optional<Path> scriptFolder;
    private final Path workingFolder;
    private final FootageFilter filter;

    /** Creates a search for a script, run in this folder. */
    public MediaFiles(ScriptSource source, Path workingFolder) {
        this(source, workingFolder, FootageFilter.ALL);
    }

    /** Creates a search whose folders and patterns are filtered. */
    public MediaFiles(ScriptSource source, Path workingFolder, FootageFilter filter) {
        this(source.file().map(Path::getParent), workingFolder, filter);
    }

    private MediaFiles(Optional<Path> scriptFolder, Path workingFolder, FootageFilter filter) {
        this.scriptFolder = scriptFolder;
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
        this.filter = filter;
    }

    /**
     * Creates a search in this folder alone, for files from a command line or a host program, wherever the script is.
     */
    public static MediaFiles in(Path workingFolder) {
        return in(workingFolder, FootageFilter.ALL);
    }

    /** Creates a search in this folder alone whose folders and patterns are filtered. */
    public static MediaFiles in(Path workingFolder, FootageFilter filter) {
        return new MediaFiles(Optional.empty(), workingFolder, filter);
    }

    public static boolean isAddress(String name) {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    public static boolean isPattern(String name) {
        return name.contains("*") || name.contains("?");
    }

    /** Returns the file with a name; empty when there is none. */
    public Optional<Path> find(String name) {
        try {
            Path path = Path.of(name);
            return candidates(path).filter(Files::isRegularFile).findFirst().map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the files of a name or a pattern ({@code clips/*.mp4}), in natural order: clip2 before clip10. Includes
     * hidden files only where the pattern begins with a dot.
     *
     * @throws DslException when there is none
     */
    public List<Path> all(String name) {
        Optional<Path> one = find(name);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        if (isPattern(name)) {
            List<Path> found = matching(name);
            if (!found.isEmpty()) {
                return filter.footage(name, found);
            }
        }
        throw new DslException(
                ScriptMessages.text("file.missing", name, places()),
                FileNames.hint(name).orElse(ScriptMessages.text("file.missing-advice")));
    }

    /**
     * Returns the files of a name, a pattern, or a folder of films, in natural order.
     *
     * @throws DslException when there is none
     */
    public List<Path> films(String name) {
        Optional<Path> folder = folder(name);
        if (folder.isEmpty()) {
            return all(name);
        }
        List<Path> films = FolderListing.of(folder.get(), "*").stream()
                .filter(file -> MediaType.ofName(file.getFileName().toString())
                        .filter(type -> type.kind() == MediaType.MediaKind.VIDEO)
                        .isPresent())
                .toList();
        if (films.isEmpty()) {
            throw new DslException(
                    ScriptMessages.text("folder.no-video", folder.get()), ScriptMessages.text("advice.check-name"));
        }
        return filter.footage(name, films);
    }

    private Optional<Path> folder(String name) {
        try {
            return candidates(Path.of(name))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the places searched, for messages. */
    public String places() {
        return scriptFolder
                .filter(folder -> !folder.equals(workingFolder))
                .map(folder -> ScriptMessages.text("file.places", folder, workingFolder))
                .orElse(ScriptMessages.text("file.place", workingFolder));
    }

    /** Returns the names of the media files in those places, for "did you mean". */
    public List<String> near() {
        List<String> names = new ArrayList<>();
        Stream.concat(scriptFolder.stream(), Stream.of(workingFolder))
                .distinct()
                .forEach(folder -> {
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                        files.forEach(file -> names.add(file.getFileName().toString()));
                    } catch (IOException e) {
                        names.clear(); // an unlistable folder suggests no names
                    }
                });
        return names;
    }

    private Stream<Path> candidates(Path path) {
        return Stream.concat(
                scriptFolder.map(folder -> folder.resolve(path)).stream(), Stream.of(workingFolder.resolve(path)));
    }

    private List<Path> matching(String pattern) {
        int slash = pattern.lastIndexOf('/');
        Path folder = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
        return candidates(folder)
                .filter(Files::isDirectory)
                .map(base -> FolderListing.of(base, pattern.substring(slash + 1)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
