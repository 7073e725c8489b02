package io.retake.dsl.parameter;

import io.retake.core.FileNames;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the arguments of a script as its parameters declare them, and reports all faults together. */
public final class Parameters {
    private final Description description;
    private final MediaFiles givenFiles;
    private final MediaFiles ownFiles;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Creates a reader for a script with this description.
     *
     * @param givenFiles finds files that are given
     * @param ownFiles finds files that the script names as defaults
     */
    public Parameters(Description description, MediaFiles givenFiles, MediaFiles ownFiles) {
        this.description = description;
        this.givenFiles = givenFiles;
        this.ownFiles = ownFiles;
    }

    /**
     * Returns the values by name, of the parameters' types; omits an optional one that is not given.
     *
     * @throws InvalidScript when an argument is unknown, wrong or missing
     */
    public Map<String, Object> read(Map<String, ?> given) {
        given.keySet().stream().filter(name -> declared(name).isEmpty()).forEach(this::unknown);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : description.parameters()) {
            Object value = given.get(parameter.name());
            if (value != null) {
                value(parameter, value, givenFiles).ifPresent(v -> values.put(parameter.name(), v));
            } else if (parameter.fallback().isPresent()) {
                value(parameter, parameter.fallback().get(), ownFiles).ifPresent(v -> values.put(parameter.name(), v));
            } else if (parameter.required()) {
                problem(
                        parameter.help().isEmpty()
                                ? ScriptMessages.text("parameter.missing", parameter.name())
                                : ScriptMessages.text(
                                        "parameter.missing-with-help", parameter.name(), parameter.help()),
                        ScriptMessages.text("parameter.give", parameter.hint()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScript(problems);
        }
        return values;
    }

    /** Returns the problem of a value; empty when it is valid. Call it once per parameter. */
    public Optional<Problem> wrong(Parameter parameter, Object given) {
        value(parameter, given, givenFiles);
        return problems.stream().findFirst();
    }

    private Optional<Parameter> declared(String name) {
        return description.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst();
    }

    private void unknown(String name) {
        List<String> known =
                description.parameters().stream().map(Parameter::name).toList();
        List<String> meanings = new ArrayList<>(known);
        meanings.addAll(Parameter.RESERVED); // --quite
        String meant = Suggestion.of(name, meanings)
                .map(s -> ScriptMessages.text("meant.option", s))
                .orElse("");
        problem(
                ScriptMessages.text("parameter.unknown", name, meant),
                known.isEmpty()
                        ? ScriptMessages.text("parameter.none")
                        : ScriptMessages.text("parameter.all", String.join(", --", known)));
    }

    private Optional<Object> value(Parameter parameter, Object given, MediaFiles files) {
        if (isMisshapen(parameter, given)) {
            return Optional.empty();
        }
        try {
            Object value = parameter.read(given == NoValue.GIVEN ? (Object) true : given);
            if (value instanceof Path path) {
                return file(parameter, path, files);
            }
            return Optional.of(parameter.type() == ParameterType.FILES ? films((List<?>) value, files) : value);
        } catch (IllegalArgumentException wrong) {
            problem("--" + parameter.name() + ": " + wrong.getMessage(), "");
            return Optional.empty();
        } catch (DslException missing) {
            problem("--" + parameter.name() + ": " + missing.getMessage(), missing.advice());
            return Optional.empty();
        }
    }

    /** Returns whether a required value is absent, or several are given for one; reports that. */
    private boolean isMisshapen(Parameter parameter, Object given) {
        if (given == NoValue.GIVEN && parameter.type() != ParameterType.FLAG) {
            problem(
                    ScriptMessages.text("parameter.no-value", parameter.name()),
                    ScriptMessages.text("parameter.give", parameter.hint()));
            return true;
        }
        if (given instanceof List<?> several && several.size() > 1 && parameter.type() != ParameterType.FILES) {
            problem(
                    ScriptMessages.text(
                            "parameter.several",
                            parameter.name(),
                            several.stream()
                                    .map(one -> "'" + one + "'")
                                    .collect(Collectors.joining(ScriptMessages.text("list.and")))),
                    ScriptMessages.text("parameter.several-advice"));
            return true;
        }
        return false;
    }

    private Optional<Object> file(Parameter parameter, Path path, MediaFiles files) {
        Optional<Path> found = files.find(path.toString());
        if (found.isEmpty()) {
            problem(
                    "--" + parameter.name() + ": " + ScriptMessages.text("file.missing", path, files.places()),
                    ownFiles.find(path.toString())
                            .map(beside -> ScriptMessages.text("file.beside-script", beside))
                            .or(() -> FileNames.hint(path.toString()))
                            .orElse(ScriptMessages.text("advice.check-name")));
        }
        return found.map(Object.class::cast);
    }

    private static List<Path> films(List<?> names, MediaFiles files) {
        return names.stream()
                .flatMap(name -> files.films(String.valueOf(name)).stream())
                .distinct()
                .toList();
    }

    private void problem(String message, String advice) {
        problems.add(new Problem(description.script(), 0, 0, message, advice, ""));
    }
}
