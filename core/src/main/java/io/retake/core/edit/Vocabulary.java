package io.retake.core.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation, derived from the permitted records of {@link Edit}; the only list there is. Thread-safe. */
public final class Vocabulary {
    private static final Map<Class<?>, Operation> BY_TYPE = new LinkedHashMap<>();

    static {
        Arrays.stream(Edit.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .forEach(type -> BY_TYPE.put(type, new Operation(type.asSubclass(Edit.class))));
    }

    private Vocabulary() {}

    /** The operations, in the order of declaration. */
    public static List<Operation> operations() {
        return List.copyOf(BY_TYPE.values());
    }

    /** The operation that an edit is an instance of. */
    public static Operation of(Edit edit) {
        Operation operation = BY_TYPE.get(edit.getClass());
        if (operation == null) {
            throw new IllegalStateException("not in the vocabulary: " + edit.getClass());
        }
        return operation;
    }

    /** The operation of that name ({@code trim}, {@code color-auto}). */
    public static Optional<Operation> named(String name) {
        return BY_TYPE.values().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** The operations that a script calls by this verb: one, or several told apart by a keyword ({@code color auto}). */
    public static List<Operation> verb(String verb) {
        return BY_TYPE.values().stream().filter(o -> o.verb().equals(verb)).toList();
    }

    static List<String> names() {
        return BY_TYPE.values().stream().map(Operation::name).toList();
    }

    /** An edit as JSON: {@code {"op":"trim","from":"0:02","to":"0:12"}}. */
    public static ObjectNode toJson(Edit edit) {
        return of(edit).json(edit);
    }

    /**
     * The inverse of {@link #toJson}.
     *
     * @throws InvalidEdit when the JSON is no edit; the message names what is wrong
     */
    public static Edit fromJson(ObjectNode json) {
        String name = json.path("op").asText();
        return named(name).orElseThrow(() -> InvalidEdit.unknownOperation(name)).bind(json);
    }
}
