package io.retake.dsl.scope;

import io.retake.core.edit.Edit;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates an edit from a verb and its arguments, in the same way before a run and in it. */
public final class Binder {
    private Binder() {}

    /**
     * Creates an edit.
     *
     * @throws InvalidEdit when an argument is missing, unknown or wrong
     * @throws DslException when there are too many, or one is given twice
     */
    public static Edit bind(String verb, Map<String, ?> named, List<?> positional) {
        Operation operation = operation(verb, positional.isEmpty() ? null : positional.get(0));
        List<?> values = operation.keyword().isPresent() ? positional.subList(1, positional.size()) : positional;
        Map<String, Object> given = new LinkedHashMap<>(named);
        List<Argument> places = places(operation);
        for (int i = 0; i < values.size(); i++) {
            if (i >= places.size()) {
                throw tooMany(operation, values.get(i));
            }
            String name = places.get(i).name();
            if (given.putIfAbsent(name, values.get(i)) != null) {
                throw new DslException(
                        ScriptMessages.text("argument.got-twice", operation, name),
                        ScriptMessages.text("argument.got-twice-advice", operation.example()));
            }
        }
        return operation.bind(given);
    }

    /** Returns the operation of a verb, with this as its first positional argument. */
    public static Operation operation(String verb, @org.jspecify.annotations.Nullable Object first) {
        List<Operation> all = Vocabulary.verb(verb);
        return all.stream()
                .filter(o -> o.keyword().isPresent() && o.keyword().get().equals(String.valueOf(first)))
                .findFirst()
                .or(() -> all.stream().filter(o -> o.keyword().isEmpty()).findFirst())
                .orElseGet(() -> all.get(0));
    }

    /** Returns the arguments that may be given without their names, in order. */
    public static List<Argument> places(Operation operation) {
        return operation.arguments().stream().filter(Argument::positional).toList();
    }

    public static DslException tooMany(Operation operation, Object found) {
        List<String> names = operation.arguments().stream().map(Argument::name).toList();
        String what = places(operation).isEmpty()
                ? ScriptMessages.text("argument.by-name", String.join(", ", names))
                : ScriptMessages.text("argument.one-unnamed");
        return new DslException(
                ScriptMessages.text("argument.too-many", operation, what, found),
                ScriptMessages.text("advice.example", operation.example()));
    }
}
