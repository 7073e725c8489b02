package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Share;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Converts effects to and from JSON, derived from their records: numbers for values with a unit (ms, percent, LUFS),
 * words for choices.
 */
final class EffectJson {
    private static final Map<String, Class<?>> KINDS = Arrays.stream(Effect.class.getPermittedSubclasses())
            .filter(Class::isRecord)
            .collect(Collectors.toUnmodifiableMap(EffectJson::kind, Function.identity()));

    private EffectJson() {}

    static ObjectNode write(Effect effect) {
        ObjectNode json = JsonTrees.object().put("k", kind(effect.getClass()));
        for (RecordComponent component : effect.getClass().getRecordComponents()) {
            put(json, component.getName(), value(effect, component));
        }
        return json;
    }

    static Effect read(ObjectNode json) {
        Class<?> type = KINDS.get(json.path("k").asText());
        if (type == null) {
            return new Effect.Foreign(json);
        }
        try {
            return construct(type, json);
        } catch (IllegalArgumentException e) {
            return new Effect.Foreign(json); // preserves values that this version does not accept
        }
    }

    /** Returns the kind on the wire: the record's name without Fx, in lower case with hyphens. */
    private static String kind(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("Fx$", "")
                .replaceAll("(?<!^)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    private static Object value(Effect effect, RecordComponent component) {
        try {
            return component.getAccessor().invoke(effect);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Duration d) {
            json.put(name, d.toMillis());
        } else if (value instanceof Offset o) {
            json.put(name, o.later().toMillis());
        } else if (value instanceof Change c) {
            json.put(name, c.percent());
        } else if (value instanceof Share s) {
            json.put(name, s.percent());
        } else if (value instanceof Lufs l) {
            json.put(name, l.value());
        } else if (value instanceof Area a) {
            json.put(name, a.text());
        } else if (value instanceof Semitones s) {
            json.put(name, s.count());
        } else if (value instanceof Integer i) {
            json.put(name, i);
        } else if (value instanceof Double d) {
            json.put(name, d);
        } else if (value instanceof Enum<?> e) {
            json.put(name, e.name().toLowerCase(Locale.ROOT));
        } else {
            json.put(name, (String) value);
        }
    }

    private static Effect construct(Class<?> type, ObjectNode json) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(c -> read(c.getType(), json.path(c.getName())))
                .toArray();
        try {
            return (Effect) type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Class<?> type, JsonNode value) {
        if (type == String.class) {
            return text(value);
        }
        if (type == Area.class) {
            return Area.read(text(value)).orElseThrow(() -> new IllegalArgumentException("unknown area " + value));
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(text(value)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown word " + value));
        }
        double number = value.isMissingNode() ? absent(type) : number(value);
        return type == Duration.class
                ? time(number)
                : type == Offset.class ? new Offset(time(number)) : scalar(type, number);
    }

    /** Converts milliseconds, within limits so that no sum or product of times overflows. */
    private static Duration time(double millis) {
        if (!(Math.abs(millis) <= Shape.LONGEST_MS)) {
            throw new IllegalArgumentException("a time is a week at most, not " + millis + " ms");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static Object scalar(Class<?> type, double number) {
        if (type == Change.class) {
            return new Change(number);
        }
        if (type == Share.class) {
            return new Share(number);
        }
        if (type == Lufs.class) {
            return new Lufs(number);
        }
        if (type == Semitones.class) {
            return new Semitones((int) number);
        }
        return type == int.class ? (Object) (int) number : (Object) number;
    }

    /** Returns the value of an absent number: zero, or 1 for a factor. */
    private static double absent(Class<?> type) {
        return type == double.class ? 1 : 0;
    }

    private static double number(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("expected a number, found " + value);
        }
        return value.doubleValue();
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("expected a text, found " + value);
        }
        return value.textValue();
    }
}
