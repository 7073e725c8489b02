package io.retake.dsl.journal;

import io.retake.dsl.compile.ReadyScript;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Identifies runs that continue each other: one script, with the same parameters, on one backend. Parameters may be
 * secret, so only their hash is stored.
 *
 * @param script the script's file, or its name when it is not a file
 * @param backend the backend's name
 * @param parameters a hash of the given parameters, independent of their order
 */
public record RunKey(String script, String backend, String parameters) {

    /**
     * Returns the key of a run.
     *
     * @param given the parameters as given; defaults don't count, so that a script may change them
     * @param workingFolder resolves relative paths among them
     */
    public static RunKey of(
            ScriptSource source, String backend, ReadyScript ready, Map<String, ?> given, Path workingFolder) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(given)
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(text(ready.values().get(name), value, workingFolder))
                        .append('\n'));
        String script = source.file().map(Path::toString).orElse(source.name());
        return new RunKey(script, backend, StepFingerprint.hash(text.toString()));
    }

    /**
     * Returns the text of a value for the hash. A list of files counts by its request: the contents of a folder may
     * have changed since.
     */
    private static String text(@Nullable Object value, @Nullable Object given, Path workingFolder) {
        if (value instanceof List<?>) {
            Collection<?> names = given instanceof Collection<?> several ? several : List.of(String.valueOf(given));
            return names.stream()
                    .map(name -> placed(String.valueOf(name), workingFolder))
                    .toList()
                    .toString();
        }
        if (value instanceof Path file) {
            return file.toAbsolutePath().normalize().toString();
        }
        return Objects.toString(value == null ? given : value);
    }

    private static String placed(String name, Path workingFolder) {
        try {
            return workingFolder.resolve(name).normalize().toString();
        } catch (InvalidPathException noPath) {
            return name;
        }
    }

    /** Returns whether the script and the backend are the same, with any parameters. */
    boolean sameScript(RunKey other) {
        return script.equals(other.script) && backend.equals(other.backend);
    }
}
