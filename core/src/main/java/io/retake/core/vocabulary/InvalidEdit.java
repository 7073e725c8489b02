package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
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
        if (Operation.RANGE_ARGUMENTS.contains(name)) {
            return new InvalidEdit(
                    CoreMessages.text("edit.no-range", operation, name),
                    Optional.of(name),
                    CoreMessages.text("edit.for-example", operation.example()));
        }
        String known = operation.arguments().stream().map(Argument::name).collect(Collectors.joining(", "));
        return new InvalidEdit(
                CoreMessages.text(
                        "edit.no-such-argument",
                        operation,
                        name,
                        Suggestion.of(
                                        name,
                                        operation.arguments().stream()
                                                .map(Argument::name)
                                                .toList())
                                .map(s -> CoreMessages.text("edit.near", s))
                                .orElse("")),
                Optional.of(name),
                CoreMessages.text("edit.takes", known));
    }

    static InvalidEdit missingArgument(Operation operation, Argument argument) {
        return new InvalidEdit(
                CoreMessages.text(
                        "edit.missing-argument",
                        operation,
                        argument.name(),
                        argument.notation().hint()),
                Optional.of(argument.name()),
                CoreMessages.text("edit.for-example", operation.example()));
    }

    static InvalidEdit badArgument(Operation operation, Argument argument, IllegalArgumentException cause) {
        InvalidEdit invalid = new InvalidEdit(
                CoreMessages.text("edit.bad-argument", operation, argument.name(), String.valueOf(cause.getMessage())),
                Optional.of(argument.name()),
                CoreMessages.text("edit.for-example", operation.example()));
        invalid.initCause(cause);
        return invalid;
    }

    static InvalidEdit of(Operation operation, IllegalArgumentException cause) {
        String message = String.valueOf(cause.getMessage());
        InvalidEdit invalid =
                new InvalidEdit(message, Optional.empty(), CoreMessages.text("edit.for-example", operation.example()));
        invalid.initCause(cause);
        return invalid;
    }

    static InvalidEdit unknownOperation(String name) {
        return new InvalidEdit(
                CoreMessages.text(
                        "edit.no-such-operation",
                        name,
                        Suggestion.of(name, Vocabulary.names())
                                .map(s -> CoreMessages.text("edit.near", s))
                                .orElse("")),
                Optional.empty(),
                CoreMessages.text("edit.operations", String.join(", ", Vocabulary.names())));
    }

    /** Returns the name of the invalid argument, if it is a single one. */
    public Optional<String> argument() {
        return argument;
    }
}
