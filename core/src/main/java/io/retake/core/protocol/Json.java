package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fields as leniently as a wire needs it: absent, null and wrongly typed are all "not there", and numbers end at
 * what can be reckoned with.
 */
final class Json {
    /** The longest time that is told: no sum of such times overflows. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private Json() {}

    /** A non-empty string or a number as text. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** A whole number within limits; the nearer limit when it is beyond, the lower one when there is none. */
    static int whole(JsonNode node, String field, int least, int most) {
        double value = number(node, field);
        return (int) Math.max(least, Math.min(most, value));
    }

    /** A number of milliseconds, times so much, as a time of 0 to a year. */
    static Duration time(JsonNode node, String field, double unitMillis) {
        double millis = number(node, field) * unitMillis;
        return Duration.ofMillis(Math.round(Math.max(0, Math.min((double) LONGEST.toMillis(), millis))));
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
