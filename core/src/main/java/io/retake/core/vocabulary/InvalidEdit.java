package io.retake.core.vocabulary;

import io.retake.core.RetakeException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments do not form an edit; the message names the argument, the value found and the value expected. */
public final class InvalidEdit extends RetakeException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<String> argument;

    private InvalidEdit(String message, Optional<String> argument, String advice) {
        super(message, advice);
        this.argument = argument;
    }

    static InvalidEdit unknownArgument(Operation operation, String name) {
        String known = operation.arguments().stream().map(Argument::name).collect(Collectors.joining(", "));
        return new InvalidEdit(
                "'" + operation + "' has no argument '" + name + "'"
                        + Suggestion.of(
                                        name,
                                        operation.arguments().stream()
                                                .map(Argument::name)
                                                .toList())
                                .map(s -> "; did you mean '" + s + "'?")
                                .orElse(""),
                Optional.of(name),
                "it takes " + known);
    }

    static InvalidEdit missingArgument(Operation operation, Argument argument) {
        return new InvalidEdit(
                "'" + operation + "' needs " + argument.name() + ": "
                        + argument.notation().hint(),
                Optional.of(argument.name()),
                "for example: " + operation.example());
    }

    static InvalidEdit badArgument(Operation operation, Argument argument, IllegalArgumentException cause) {
        InvalidEdit invalid = new InvalidEdit(
                "'" + operation + "', argument " + argument.name() + ": " + cause.getMessage(),
                Optional.of(argument.name()),
                "for example: " + operation.example());
        invalid.initCause(cause);
        return invalid;
    }

    static InvalidEdit of(Operation operation, IllegalArgumentException cause) {
        String message = String.valueOf(cause.getMessage());
        InvalidEdit invalid = new InvalidEdit(message, Optional.empty(), "for example: " + operation.example());
        invalid.initCause(cause);
        return invalid;
    }

    static InvalidEdit unknownOperation(String name) {
        return new InvalidEdit(
                "there is no operation '" + name + "'"
                        + Suggestion.of(name, Vocabulary.names())
                                .map(s -> "; did you mean '" + s + "'?")
                                .orElse(""),
                Optional.empty(),
                "the operations are " + String.join(", ", Vocabulary.names()));
    }

    /** Returns the name of the invalid argument, if it is a single one. */
    public Optional<String> argument() {
        return argument;
    }
}
