package io.retake.dsl.output;

import io.retake.dsl.journal.StepFingerprint;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The author of a run's films: a script with its parameters, and the recipes it uses.
 *
 * @param scripts ids of the script and of the recipes in use, outermost first; empty for a prompt
 * @param given the scripts with their parameters, without lists of files, because each film uses only a few of those
 * @param name the script with its parameters, for messages
 */
public record Author(List<String> scripts, String given, String name) {
    private static final int LONGEST_NAME = 160;

    public Author {
        scripts = List.copyOf(scripts);
    }

    public static Author of(ScriptSource script, Map<String, ?> parameters) {
        return new Author(List.of(id(script)), given(script, parameters), name(script, parameters));
    }

    /** Returns the author for a prompt, whose untitled films are never versions of one another. */
    public static Author prompt(String run) {
        return new Author(List.of(), "prompt " + run, ScriptMessages.text("film.prompt"));
    }

    /** Returns this author while it uses a recipe. */
    public Author using(ScriptSource recipe, Map<String, ?> parameters) {
        List<String> all = new ArrayList<>(scripts);
        all.add(id(recipe));
        return new Author(all, given + "\n" + given(recipe, parameters), name);
    }

    /** Returns the maker of a film from these uploads. */
    public Maker of(List<String> uploads) {
        return new Maker(StepFingerprint.hash(given + "\n" + String.join("\n", uploads)), scripts, name);
    }

    /** Returns the path of a script, or for one without a file its name and a hash of its text. */
    public static String id(ScriptSource script) {
        return script.file()
                .map(Path::toString)
                .orElseGet(() -> script.name() + "#" + StepFingerprint.hash(script.text()));
    }

    private static String given(ScriptSource script, Map<String, ?> parameters) {
        Map<String, Object> values = new TreeMap<>(parameters);
        values.values().removeIf(value -> value instanceof List<?>);
        return id(script) + " " + values;
    }

    private static String name(ScriptSource script, Map<String, ?> parameters) {
        String values = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> " --" + entry.getKey() + " " + shown(entry.getValue()))
                        .collect(Collectors.joining());
        String name = file(script.name()) + values;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    /** Returns the name of a file, without its folders; a host may give a script any name. */
    public static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String shown(Object value) {
        if (value instanceof Path file) {
            return String.valueOf(file.getFileName());
        }
        return value instanceof List<?> files
                ? files.size() == 1 ? shown(files.get(0)) : ScriptMessages.text("film.several-files", files.size())
                : String.valueOf(value);
    }
}
