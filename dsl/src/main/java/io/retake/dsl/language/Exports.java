package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import io.retake.dsl.DslException;
import io.retake.dsl.plan.Step;
import java.util.List;
import java.util.Map;

/** Reads what {@code export} is given in a run; what is known before it is checked before it, by the compiler. */
public final class Exports {
    private Exports() {}

    /**
     * The step.
     *
     * @throws DslException naming what is unknown or wrong
     */
    public static Step.Export step(Map<String, ?> options, String format) {
        options.keySet().forEach(name -> oneOf("option", name, Words.EXPORT_OPTIONS));
        Object quality = options.get("quality");
        Object to = options.get("to");
        return new Step.Export(
                oneOf("format", format, Words.FORMATS),
                quality == null ? "high" : oneOf("quality", quality.toString(), Words.QUALITIES),
                to == null ? "" : to.toString(),
                Boolean.TRUE.equals(options.get("replace")));
    }

    private static String oneOf(String what, String word, List<String> choices) {
        if (!choices.contains(word)) {
            String meant = Suggestion.of(word, choices)
                    .map(s -> "; did you mean " + s + "?")
                    .orElse("");
            throw new DslException(
                    "unknown export " + what + " '" + word + "'" + meant, "one of " + String.join(", ", choices));
        }
        return word;
    }
}
