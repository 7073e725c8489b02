package io.retake.dsl.scope;

import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.List;
import java.util.Map;

/** Reads the options of {@code edit}: {@code optional: true}. */
public final class EditOptions {
    public static final String OPTIONAL = "optional";
    public static final String EXAMPLE = ScriptMessages.text("edit.example");

    private EditOptions() {}

    /**
     * Returns whether the run continues when the sentence is not completely done.
     *
     * @throws DslException when there is another option, or its value is neither true nor false
     */
    public static boolean optional(Map<String, ?> options) {
        for (String name : options.keySet()) {
            if (!name.equals(OPTIONAL)) {
                throw new DslException(unknown(name), EXAMPLE);
            }
        }
        if (options.isEmpty()) {
            return false;
        }
        Object value = options.get(OPTIONAL);
        if (!(value instanceof Boolean optional)) {
            throw new DslException(wrong(String.valueOf(value)), EXAMPLE);
        }
        return optional;
    }

    public static String unknown(String name) {
        return ScriptMessages.text(
                "edit.unknown-option",
                name,
                Suggestion.of(name, List.of(OPTIONAL))
                        .map(s -> ScriptMessages.text("meant.plain", s))
                        .orElse(""));
    }

    public static String wrong(String value) {
        return ScriptMessages.text("edit.wrong-optional", value);
    }
}
