package io.retake.core.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.RangeList;
import io.retake.core.edit.value.Semitones;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of the vocabulary, derived from an {@link Edit} record: its verb, its arguments and its sentence.
 * Immutable and thread-safe.
 */
public final class Operation {
    /** The name of {@link Ranges} in sentences. */
    private static final String RANGE_SLOT = "range";

    /** The names of the arguments that {@link Ranges} has. */
    static final List<String> RANGE_ARGUMENTS = Arrays.stream(Ranges.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private final Class<? extends Edit> type;
    private final Verb declaration;
    private final List<Argument> arguments;
    private final Constructor<? extends Edit> constructor;
    private final RecordComponent[] components;
    private final List<Template> templates;

    Operation(Class<? extends Edit> type) {
        this.type = type;
        this.declaration = type.getAnnotation(Verb.class);
        this.components = type.getRecordComponents();
        this.arguments = List.copyOf(describe(components));
        this.constructor = constructor(type, components);
        this.templates = Arrays.stream(declaration.sentence())
                .map(sentence -> Template.of(sentence, spoken(arguments)))
                .toList();
    }

    /** Returns the record's class. */
    public Class<? extends Edit> type() {
        return type;
    }

    /** Returns the name in JSON and messages: its verb, the words joined by a hyphen ({@code color-auto}). */
    public String name() {
        return declaration.name().replace(' ', '-');
    }

    /** Returns the first word of the verb, which a script calls. */
    public String verb() {
        return declaration.name().split(" ", 2)[0];
    }

    /** Returns the keyword that follows the verb, such as {@code auto} in {@code color auto}. */
    public Optional<String> keyword() {
        String[] words = declaration.name().split(" ", 2);
        return words.length == 2 ? Optional.of(words[1]) : Optional.empty();
    }

    /** Returns its description for the user. */
    public String help() {
        return declaration.help();
    }

    /** Returns a line for a script. */
    public String example() {
        return declaration.example();
    }

    /** Returns the edit that the example line declares. */
    public Edit sample() {
        return Example.of(this);
    }

    /** Returns its section of the vocabulary. */
    public Group group() {
        return declaration.group();
    }

    /** Returns the arguments, in the record's order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** Returns the argument with a name. */
    public Optional<Argument> argument(String name) {
        return arguments.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Writes the canonical sentence. */
    public String sentence(Edit edit) {
        Map<String, Object> values = spoken(edit);
        Template last = templates.get(templates.size() - 1);
        return templates.stream()
                .filter(template -> template.says(values))
                .findFirst()
                .orElse(last)
                .write(values);
    }

    /** Reads an edit from its canonical sentence; ignores capitals and a final period. */
    public Optional<Edit> read(String sentence) {
        return templates.stream()
                .map(template -> template.read(sentence))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Operation::spelled)
                .map(this::bind);
    }

    /** Writes the line of a script that makes an edit. */
    public String script(Edit edit) {
        List<String> parts = new ArrayList<>();
        keyword().ifPresent(parts::add);
        values(edit).forEach((name, value) -> {
            Argument argument = argument(name).orElseThrow();
            if (!argument.isDefault(value)) {
                String literal = argument.script(value);
                parts.add(argument.positional() ? literal : name + ": " + literal);
            }
        });
        return verb() + (parts.isEmpty() ? "()" : " " + String.join(", ", parts));
    }

    /** Returns the values of an edit by argument, in order. */
    public Map<String, Object> values(Edit edit) {
        return spelled(values(edit, components));
    }

    private static Map<String, Object> values(Object of, RecordComponent[] components) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(of));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    /** Returns values with those of {@link Ranges} in its place. */
    private static Map<String, Object> spelled(Map<String, Object> values) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Ranges) {
                spelled.putAll(values(value, Ranges.class.getRecordComponents()));
            } else {
                spelled.put(name, value);
            }
        });
        return spelled;
    }

    /** Returns the values of an edit's sentence: by argument, and {@link Ranges} as one. */
    private Map<String, Object> spoken(Edit edit) {
        Map<String, Object> values = values(edit);
        if (edit instanceof Ranged ranged) {
            values.keySet().removeAll(RANGE_ARGUMENTS);
            values.put(RANGE_SLOT, ranged.range());
        }
        return values;
    }

    /** Returns what a sentence may name: the arguments, and {@link Ranges} as one. */
    private static List<Argument> spoken(List<Argument> arguments) {
        List<Argument> spoken = new ArrayList<>(arguments);
        spoken.add(new Argument(RANGE_SLOT, "", RangeNotations.PART, false, false, Optional.of(Ranges.ALL)));
        return spoken;
    }

    /** Writes an edit as JSON: {@code {"op":"trim","from":"0:02","to":"0:12"}}; omits defaults. */
    public ObjectNode json(Edit edit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("op", name());
        values(edit).forEach((name, value) -> {
            Argument argument = argument(name).orElseThrow();
            if (!argument.isDefault(value)) {
                put(json, argument, value);
            }
        });
        return json;
    }

    private static void put(ObjectNode json, Argument argument, Object given) {
        Object value = given instanceof Optional<?> optional ? optional.orElseThrow() : given;
        if (value instanceof Integer number) {
            json.put(argument.name(), number);
        } else if (value instanceof Semitones semitones) {
            json.put(argument.name(), semitones.count());
        } else if (value instanceof Boolean flag) {
            json.put(argument.name(), flag);
        } else if (value instanceof String text) {
            json.put(argument.name(), text);
        } else {
            json.put(argument.name(), argument.notation().write(value));
        }
    }

    /**
     * Reads an edit from the JSON of {@link #json}.
     *
     * @throws InvalidEdit when it is invalid
     */
    Edit bind(ObjectNode json) {
        Map<String, Object> given = new LinkedHashMap<>();
        json.properties().stream()
                .filter(e -> !e.getKey().equals("op"))
                .forEach(e -> given.put(e.getKey(), plain(e.getValue())));
        return bind(given);
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(element -> list.add(plain(element)));
            return list;
        }
        return value.isBoolean() ? value.booleanValue() : value.isNumber() ? value.numberValue() : value.asText();
    }

    /**
     * Creates an edit from the arguments of a script or JSON.
     *
     * @throws InvalidEdit naming the argument when one is missing, unknown or of the wrong kind, or when the values do
     *     not form an edit together
     */
    public Edit bind(Map<String, ?> given) {
        given.keySet().stream()
                .filter(name -> argument(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidEdit.unknownArgument(this, name);
                });
        Object[] values = arguments.stream()
                .map(a -> given.get(a.name()) == null ? missing(a) : value(a, given.get(a.name())))
                .toArray();
        return construct(values);
    }

    private Object missing(Argument argument) {
        return argument.fallback().orElseThrow(() -> InvalidEdit.missingArgument(this, argument));
    }

    private Object value(Argument argument, Object given) {
        try {
            return argument.from(given);
        } catch (IllegalArgumentException e) {
            throw InvalidEdit.badArgument(this, argument, e);
        }
    }

    private Edit construct(Object[] values) {
        try {
            return constructor.newInstance(grouped(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw InvalidEdit.of(this, wrong);
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalArgumentException wrong) {
            throw InvalidEdit.of(this, wrong);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the values of the record's components, those of {@link Ranges} as one. */
    private Object[] grouped(Object[] values) {
        List<Object> grouped = new ArrayList<>();
        Iterator<Object> next = Arrays.asList(values).iterator();
        for (RecordComponent component : components) {
            boolean ranges = component.getType() == Ranges.class;
            grouped.add(
                    ranges
                            ? new Ranges(
                                    (Moment) next.next(), (Moment) next.next(), (RangeList) next.next(), (RangeList)
                                            next.next())
                            : next.next());
        }
        return grouped.toArray();
    }

    private static List<Argument> describe(RecordComponent[] components) {
        List<Argument> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            if (component.getType() == Ranges.class) {
                arguments.addAll(describe(Ranges.class.getRecordComponents()));
                continue;
            }
            Arg arg = declared(component);
            boolean optional = component.getType() == Optional.class;
            Notation<?> notation = Notations.of(optional ? inside(component) : component.getType());
            Optional<Object> fallback = optional
                    ? Optional.of(Optional.empty())
                    : arg.byDefault().equals(Arg.REQUIRED)
                            ? Optional.empty()
                            : Optional.of(notation.from(arg.byDefault()));
            arguments.add(
                    new Argument(component.getName(), arg.help(), notation, arg.positional(), arg.file(), fallback));
        }
        return arguments;
    }

    private static Class<?> inside(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    /** Returns the component's own description, or that of the interface method that it implements. */
    private static Arg declared(RecordComponent component) {
        Stream<Arg> inherited = Arrays.stream(component.getDeclaringRecord().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(component.getName()))
                .map(method -> method.getAnnotation(Arg.class));
        return Stream.concat(Stream.of(component).map(own -> own.getAnnotation(Arg.class)), inherited)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        component.getDeclaringRecord().getSimpleName() + "." + component.getName() + " has no @Arg"));
    }

    private static Constructor<? extends Edit> constructor(Class<? extends Edit> type, RecordComponent[] components) {
        try {
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
            }
            return type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return declaration.name();
    }
}
