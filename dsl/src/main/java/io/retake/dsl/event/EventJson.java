package io.retake.dsl.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Writes events as JSON: one object a line, {@code {"event":"step-done","number":1,"text":"upload
 * a.mp4","tookMs":12,…}}. The fields are the records' components; a {@link Duration} is in milliseconds, under the
 * component's name with {@code Ms} appended; enum constants are in lower case; unknown values are omitted.
 */
public final class EventJson {
    private EventJson() {}

    /** Returns one line, without its line end. */
    public static String line(RunEvent event) {
        return of(event).toString();
    }

    /** Returns the object. */
    public static ObjectNode of(RunEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("event", event.eventName());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            try {
                put(json, component.getName(), component.getAccessor().invoke(event));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return json;
    }

    static String nameOf(Class<? extends RunEvent> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(json, name, present));
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(present -> json.put(name, present));
        } else if (value instanceof Duration duration) {
            json.put(name + "Ms", duration.toMillis());
        } else if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else if (value instanceof Boolean flag) {
            json.put(name, flag);
        } else if (value instanceof Enum<?> word) {
            json.put(name, word.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof Throwable thrown) {
            json.put(name, thrown.getClass().getName());
        } else if (value instanceof JsonNode figures) {
            json.set(name, figures);
        } else if (value instanceof Path || value instanceof String) {
            json.put(name, value.toString());
        } else {
            throw new IllegalStateException("no JSON form for " + name + " of " + value.getClass());
        }
    }

    /** Returns all event names, for documentation. */
    public static String names() {
        return java.util.Arrays.stream(RunEvent.class.getPermittedSubclasses())
                .map(c -> nameOf(c.asSubclass(RunEvent.class)))
                .collect(Collectors.joining(", "));
    }
}
