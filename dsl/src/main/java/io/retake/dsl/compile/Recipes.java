package io.retake.dsl.compile;

import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds recipes: next to the script that uses them, then in the given folders, in order. A recipe has a name, never a
 * path: a name has no separators, so it cannot lead out of those folders. Thread-safe.
 */
public final class Recipes {
    private static final String ENDING = ".groovy";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private final List<Path> folders;

    /** Creates a search in these folders; missing ones are empty. */
    public Recipes(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Returns whether a text could be a recipe's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Returns the recipe with a name; empty when there is none. */
    public Optional<Path> find(String name, Optional<Path> besideScript) {
        return isName(name)
                ? folders(besideScript)
                        .map(folder -> folder.resolve(name + ENDING))
                        .filter(Files::isRegularFile)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Returns the recipe with a name.
     *
     * @throws DslException when there is none
     */
    public Path get(String name, Optional<Path> besideScript) {
        return find(name, besideScript)
                .orElseThrow(() ->
                        new DslException(unknown(name, besideScript), ScriptMessages.text("recipe.unknown-advice")));
    }

    /** Returns a message for an unknown name, with the nearest known one. */
    String unknown(String name, Optional<Path> besideScript) {
        List<String> known = all(besideScript).stream().map(Recipe::name).toList();
        return ScriptMessages.text(
                "recipe.unknown",
                name,
                Suggestion.of(name, known)
                        .map(s -> ScriptMessages.text("meant.quoted", s))
                        .orElse(isName(name) ? "" : ScriptMessages.text("recipe.no-name")));
    }

    /** Returns all available recipes, by name; the first folder that has a name takes precedence. */
    public List<Recipe> all(Optional<Path> besideScript) {
        Map<String, Recipe> recipes = new TreeMap<>();
        folders(besideScript).forEach(folder -> {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    String last = file.getFileName().toString();
                    String name = last.substring(0, last.length() - ENDING.length());
                    if (isName(name) && Files.isRegularFile(file)) {
                        recipes.putIfAbsent(name, new Recipe(name, file, summary(file)));
                    }
                }
            } catch (IOException none) {
                return; // a folder that is missing, or can't be listed, has none
            }
        });
        return new ArrayList<>(recipes.values());
    }

    private Stream<Path> folders(Optional<Path> besideScript) {
        return Stream.concat(besideScript.stream(), folders.stream()).distinct();
    }

    private static String summary(Path file) throws IOException {
        try {
            String text = Headers.text(Files.readString(file)).replaceAll("\\s+", " ");
            int end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        } catch (java.nio.charset.CharacterCodingException noText) {
            return "";
        }
    }
}
