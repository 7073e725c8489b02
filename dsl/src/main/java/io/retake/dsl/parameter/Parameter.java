package io.retake.dsl.parameter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One parameter that a script declares in {@code params { … }}. Immutable.
 *
 * @param name what the script and {@code --name} call it
 * @param type what it may hold
 * @param help what it is for; may be empty
 * @param fallback the default, as text; empty when there is none
 * @param required whether a run needs it to be given
 * @param choices the words of a {@link ParameterType#CHOICE}; empty otherwise
 * @param line where the script declares it, from 1
 */
public record Parameter(
        String name,
        ParameterType type,
        String help,
        Optional<String> fallback,
        boolean required,
        List<String> choices,
        int line) {
    /** The long names of the options of {@code retake run}, without their hyphens: no parameter could be given by them. */
    public static final Set<String> RESERVED =
            Set.of("backend", "resume", "resend", "lenient", "json", "quiet", "trace", "help");

    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** What to give: the words of a choice, or the type's own hint. */
    public String hint() {
        return type == ParameterType.CHOICE ? "one of " + String.join(", ", choices) : type.hint();
    }

    Object read(Object given) {
        if (type == ParameterType.CHOICE
                && !(given instanceof CharSequence word && choices.contains(word.toString()))) {
            throw new IllegalArgumentException("expected " + hint() + ", found '" + given + "'");
        }
        return type.read(given);
    }
}
