package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;
import io.retake.core.JsonMappers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The output of a render: the {@code output} of the request.
 *
 * @param format the container or still format, lower case: see {@link FileFormat}
 * @param quality {@code high} unless given
 * @param more further options by wire name, in order; values are strings, numbers or booleans: {@code width} and {@code
 *     height} in pixels, {@code fps}, {@code maxBytes} the maximum number of bytes, {@code atMs} the moment of a still,
 *     {@code preset} a word of {@link OutputPreset}, …. A backend ignores unknown options.
 */
public record OutputFormat(String format, String quality, Map<String, Object> more) {
    /** The minimum of {@code maxBytes}: a smaller file holds nothing. */
    public static final long LEAST_BYTES = 10_000;

    public OutputFormat {
        if (!format.matches("[a-z0-9]{1,16}")) {
            throw new IllegalArgumentException(
                    CoreMessages.text("output.unknown-format", TerminalText.excerpt(format, 40)));
        }
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(more));
        more.forEach(OutputFormat::check);
    }

    public static OutputFormat of(String format) {
        return new OutputFormat(format, "high", Map.of());
    }

    public OutputFormat withQuality(String wish) {
        return new OutputFormat(format, wish, more);
    }

    /** Returns this output with one more option; replaces an earlier one of that name. */
    public OutputFormat with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new OutputFormat(format, quality, all);
    }

    /** Reads the {@code output} of a request; absent fields have the protocol's defaults. */
    public static OutputFormat parse(JsonNode output) {
        Map<String, Object> more = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : output.properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                more.put(field.getKey(), JsonMappers.PLAIN.convertValue(field.getValue(), Object.class));
            }
        }
        Object format = more.remove("format");
        Object quality = more.remove("quality");
        return new OutputFormat(
                format == null ? "mp4" : format.toString(), quality == null ? "high" : quality.toString(), more);
    }

    public ObjectNode json() {
        ObjectNode json =
                JsonMappers.PLAIN.createObjectNode().put("format", format).put("quality", quality);
        more.forEach((name, value) -> json.set(name, JsonMappers.PLAIN.valueToTree(value)));
        return json;
    }

    private static void check(String name, Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!scalar || name.equals("format") || name.equals("quality")) {
            throw new IllegalArgumentException(CoreMessages.text("output.bad-option", name, value));
        }
    }
}
