package io.retake.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Sha256;
import io.retake.core.draft.Draft;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The cache key of a render, 64 hexadecimal digits: the same timeline, output settings and program version give the
 * same file. Media are part of it by their content hashes, which are the timeline's names for them.
 */
final class RenderKey {
    private RenderKey() {}

    static String of(String program, Draft draft, ObjectNode form) {
        return Sha256.hex(program + "\n" + sorted(draft.json()) + "\n" + sorted(form));
    }

    /** Returns a unique key. */
    static String unique() {
        return Sha256.hex(UUID.randomUUID().toString());
    }

    /** Sorts keys, since their order has no meaning in JSON. */
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            StringBuilder object = new StringBuilder("{");
            fields.forEach((name, value) -> object.append(name.length())
                    .append(':')
                    .append(name)
                    .append(value)
                    .append(','));
            return object.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder list = new StringBuilder("[");
            node.forEach(element -> list.append(sorted(element)).append(','));
            return list.append(']').toString();
        }
        return node.toString();
    }
}
