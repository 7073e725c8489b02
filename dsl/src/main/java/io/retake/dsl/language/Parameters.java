package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import io.retake.dsl.DslException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was given to a script, read as its parameters want it; everything wrong is found together. */
final class Parameters {
    private final Description description;
    private final MediaFiles files;
    private final List<Problem> problems = new ArrayList<>();

    Parameters(Description description, MediaFiles files) {
        this.description = description;
        this.files = files;
    }

    /**
     * The values by name, of the parameters' types; one that is optional and not given is left out.
     *
     * @throws InvalidScript when something is unknown, wrong or missing
     */
    Map<String, Object> read(Map<String, ?> given) {
        given.keySet().stream().filter(name -> declared(name).isEmpty()).forEach(this::unknown);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : description.parameters()) {
            Object value = given.get(parameter.name());
            if (value != null) {
                value(parameter, value).ifPresent(v -> values.put(parameter.name(), v));
            } else if (parameter.fallback().isPresent()) {
                value(parameter, parameter.fallback().get()).ifPresent(v -> values.put(parameter.name(), v));
            } else if (parameter.required()) {
                problem(
                        "--" + parameter.name() + " is missing"
                                + (parameter.help().isEmpty() ? "" : ": " + parameter.help()),
                        "give " + parameter.hint());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScript(problems);
        }
        return values;
    }

    /** What is wrong with a value for one of them; empty when it can be taken. To be asked once. */
    Optional<Problem> wrong(Parameter parameter, Object given) {
        value(parameter, given);
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
        String meant = Suggestion.of(name, known)
                .map(s -> "; did you mean --" + s + "?")
                .orElse("");
        problem(
                "the script has no parameter --" + name + meant,
                known.isEmpty() ? "it takes none" : "it takes --" + String.join(", --", known));
    }

    private Optional<Object> value(Parameter parameter, Object given) {
        try {
            Object value = parameter.read(given);
            if (value instanceof Path path) {
                Optional<Path> found = files.find(path.toString());
                if (found.isEmpty()) {
                    problem(
                            "--" + parameter.name() + ": there is no file '" + path + "' " + files.places(),
                            "check the name");
                }
                return found.map(Object.class::cast);
            }
            return Optional.of(parameter.type() == ParameterType.FILES ? films((List<?>) value) : value);
        } catch (IllegalArgumentException wrong) {
            problem("--" + parameter.name() + ": " + wrong.getMessage(), "");
            return Optional.empty();
        } catch (DslException missing) {
            problem("--" + parameter.name() + ": " + missing.getMessage(), missing.advice());
            return Optional.empty();
        }
    }

    private List<Path> films(List<?> names) {
        return names.stream()
                .flatMap(name -> files.films(String.valueOf(name)).stream())
                .distinct()
                .toList();
    }

    private void problem(String message, String advice) {
        problems.add(new Problem(description.script(), 0, 0, message, advice, ""));
    }
}
