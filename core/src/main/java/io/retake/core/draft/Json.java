package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Copy-on-write over Jackson's trees. The nodes inside drafts are never changed after they were made, so copies share
 * what they don't touch, and a replaced key keeps its place among the others.
 */
final class Json {
    private Json() {}

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
        return with(node, key, whole(value));
    }

    /** As a parser would make it: Jackson's nodes for 5 as an int and 5 as a long are not equal. */
    static JsonNode whole(long value) {
        return value == (int) value
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
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

    /** The object at a key; an empty one when there is none. */
    static ObjectNode child(ObjectNode node, String key) {
        return node.get(key) instanceof ObjectNode object ? object : object();
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
}
