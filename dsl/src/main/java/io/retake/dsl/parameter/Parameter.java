package io.retake.dsl.parameter;

import io.retake.dsl.problem.ScriptMessages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One parameter that a script declares in {@code params { … }}. Immutable.
 *
 * @param name its name in the script and on the command line
 * @param type the type of its value
 * @param help its description; may be empty
 * @param fallback the default, as text; empty when there is none
 * @param required whether a run needs a value
 * @param choices the words of a {@link ParameterType#CHOICE}; empty otherwise
 * @param line the line of its declaration, from 1
 */
public record Parameter(
        String name,
        ParameterType type,
        String help,
        Optional<String> fallback,
        boolean required,
        List<String> choices,
        int line) {
    /** The long names of the options of {@code retake run}, without their hyphens: no parameter can use them. */
    public static final Set<String> RESERVED =
            Set.of("backend", "resume", "resend", "lenient", "json", "quiet", "trace", "help");

    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** Returns the expected value: the words of a choice, or the type's own hint. */
    public String hint() {
        return type == ParameterType.CHOICE
                ? ScriptMessages.text("value.one-of", String.join(", ", choices))
                : type.hint();
    }

    Object read(Object given) {
        if (type == ParameterType.CHOICE
                && !(given instanceof CharSequence word && choices.contains(word.toString()))) {
            throw new IllegalArgumentException(ScriptMessages.text("value.wrong", hint(), given));
        }
        return type.read(given);
    }
}
