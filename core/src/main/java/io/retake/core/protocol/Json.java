package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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

    /** The texts of a list, or of the objects in it, cleaned; others are left out. */
    static List<String> sentences(JsonNode list) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode entry : list) {
            JsonNode text = entry.isObject() ? entry.path("text") : entry;
            if (text.isTextual() && !text.asText().isBlank()) {
                sentences.add(TerminalText.excerpt(text.asText(), 500));
            }
        }
        return List.copyOf(sentences);
    }

    /** A number, also when written as a string; zero when absent or not finite. */
    static double number(JsonNode node, String field) {
        double value = node.path(field).asDouble(0);
        return Double.isFinite(value) ? value : 0;
    }
}
