package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Copy-on-write over Jackson's trees. Nodes in drafts never change after they are created, so copies share unchanged
 * parts, and a replaced key keeps its position.
 */
final class JsonTrees {
    private JsonTrees() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode with(ObjectNode node, String key, JsonNode value) {
        ObjectNode copy = object();
        copy.setAll(node);
        copy.set(key, value);
        return copy;
    }

    static ObjectNode with(ObjectNode node, String key, long value) {
        return with(node, key, JsonNodeFactory.instance.numberNode(value));
    }

    static ObjectNode with(ObjectNode node, String key, String value) {
        return with(node, key, JsonNodeFactory.instance.textNode(value));
    }

    static ObjectNode without(ObjectNode node, String key) {
        ObjectNode copy = object();
        copy.setAll(node);
        copy.remove(key);
        return copy;
    }

    static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> json) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(v -> array.add(json.apply(v)));
        return array;
    }

    /** Returns the object at a key; an empty one when there is none. */
    static ObjectNode child(ObjectNode node, String key) {
        return node.get(key) instanceof ObjectNode object ? object : object();
    }

    /** Compares by value: 30, 30.0 and 3e1 are one number, whatever Jackson node type holds them. */
    static boolean same(ObjectNode a, ObjectNode b) {
        return a.equals(JsonTrees::compare, b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }

    static Optional<String> text(ObjectNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static Optional<Double> number(ObjectNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
    }

    static long whole(ObjectNode node, String key, long fallback) {
        JsonNode value = node.path(key);
        return value.isNumber() ? Math.round(value.doubleValue()) : fallback;
    }

    /** Returns the choice whose word is there, or the fallback. */
    static <E extends Enum<E>> E choice(ObjectNode node, String key, E fallback) {
        String word = text(node, key).orElse("").toUpperCase(Locale.ROOT).replace(' ', '_');
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return fallback;
    }

    /** Returns the word of a choice: {@code lower third}. */
    static JsonNode word(Enum<?> constant) {
        return JsonNodeFactory.instance.textNode(
                constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
