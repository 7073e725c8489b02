package io.retake.dsl.output;

import io.retake.dsl.parameter.FootageFilter;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Excludes the films that a script made earlier, where a folder or a pattern contains them beside footage. Includes
 * films of other scripts, with a warning.
 */
public final class OwnFilms implements FootageFilter {
    private static final int NAMED = 3;
    private final OutputNames names;
    private final Set<String> scripts;
    private final Consumer<String> warnings;

    /**
     * Creates a filter for these scripts: the running one and the recipes it uses.
     *
     * @param warnings receives the excluded files, and those that may be included by mistake
     */
    public OwnFilms(OutputNames names, List<String> scripts, Consumer<String> warnings) {
        this.names = names;
        // Compared without folders: a recipe may be reinstalled elsewhere.
        this.scripts = scripts.stream().map(Author::file).collect(Collectors.toSet());
        this.warnings = warnings;
    }

    @Override
    public List<Path> footage(String named, List<Path> found) {
        Map<Path, FilmMemory.FilmOrigin> films = new LinkedHashMap<>();
        found.forEach(file -> names.memory().of(file).ifPresent(origin -> films.put(file, origin)));
        List<Path> own =
                films.keySet().stream().filter(film -> isOwn(film, films)).toList();
        if (own.size() == found.size()) {
            if (!own.stream().allMatch(names::isMadeHere)) {
                warnings.accept(ScriptMessages.text("footage.own-only", named, list(own)));
            }
            return found;
        }
        if (!own.isEmpty()) {
            warnings.accept(ScriptMessages.text("footage.own-skipped", named, list(own)));
        }
        List<Path> rest = found.stream().filter(file -> !own.contains(file)).toList();
        List<Path> others = rest.stream().filter(films::containsKey).toList();
        if (!others.isEmpty() && others.size() < rest.size()) {
            warnings.accept(ScriptMessages.text("footage.films-included", named, list(others)));
        }
        return rest;
    }

    private boolean isOwn(Path film, Map<Path, FilmMemory.FilmOrigin> films) {
        if (names.isMadeHere(film)) {
            return !names.isNamedHere(film); // a script that names its films may join them later
        }
        FilmMemory.FilmOrigin origin = films.get(film);
        return origin != null
                && origin.maker().scripts().stream().map(Author::file).anyMatch(scripts::contains);
    }

    private static String list(List<Path> files) {
        String some = files.stream()
                .limit(NAMED)
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return files.size() > NAMED ? ScriptMessages.text("list.and-more", some, (files.size() - NAMED)) : some;
    }
}
