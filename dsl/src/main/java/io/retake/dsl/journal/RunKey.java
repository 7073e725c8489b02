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
 * Which runs continue each other: those of one script, with the same parameters, on one backend. Of the parameters, which
 * may be secret, only a hash is known.
 *
 * @param script the script's file, or its name where it is no file
 * @param backend the backend's name
 * @param parameters a hash of the parameters that were given, whatever their order
 */
public record RunKey(String script, String backend, String parameters) {

    /**
     * The key of a run.
     *
     * @param given the parameters as they were given; defaults don't count, so that a script may change them
     * @param workingFolder what relative paths among them mean
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

    /** A list of files counts as it was asked for: what a folder holds may have changed since. */
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

    /** Whether it is the same script on the same backend, with whatever parameters. */
    boolean sameScript(RunKey other) {
        return script.equals(other.script) && backend.equals(other.backend);
    }
}
