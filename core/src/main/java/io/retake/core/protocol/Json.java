package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads fields as leniently as a wire needs it: absent, null and wrongly typed are all "not there". */
final class Json {
    private Json() {}

    /** A non-empty string or a number as text. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** A number, also when written as a string; zero when absent or not finite. */
    static double number(JsonNode node, String field) {
        double value = node.path(field).asDouble(0);
        return Double.isFinite(value) ? value : 0;
    }
}
