package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fields leniently, as a wire needs: absent, null and wrongly typed values all count as absent, and numbers are
 * limited to a safe range.
 */
final class JsonFields {
    /** The longest time, so that no sum of times overflows. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private JsonFields() {}

    /** Returns a non-empty string, or a number as text. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** Returns a whole number within limits; the nearer limit when it is beyond, the lower one when there is none. */
    static int whole(JsonNode node, String field, int least, int most) {
        double value = number(node, field);
        return (int) Math.max(least, Math.min(most, value));
    }

    /** Returns a time of 0 to a year, from a number in units of {@code unitMillis} milliseconds. */
    static Duration time(JsonNode node, String field, double unitMillis) {
        double millis = number(node, field) * unitMillis;
        return Duration.ofMillis(Math.round(Math.max(0, Math.min((double) LONGEST.toMillis(), millis))));
    }

    /** Returns the texts of a list, or of the objects in it, cleaned; skips other values. */
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

    /** Returns a number, also when written as a string; zero when absent or not finite. */
    static double number(JsonNode node, String field) {
        double value = node.path(field).asDouble(0);
        return Double.isFinite(value) ? value : 0;
    }
}
