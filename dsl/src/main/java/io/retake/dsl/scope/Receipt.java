package io.retake.dsl.scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.TerminalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backend measured in the file that it made: {@code film.receipt.lufs}, {@code film.receipt.got}. Printed, it is one
 * line. What does not apply to a file, or was not measured, is null. Immutable.
 */
public final class Receipt {
    private static final long LONGEST_MS = Duration.ofDays(365).toMillis();

    private final ObjectNode json;

    /** The receipt as a backend tells it. */
    public Receipt(ObjectNode json) {
        this.json = json.deepCopy();
    }

    /** All figures, as the backend tells them. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** In one line, for a person. */
    public String getLine() {
        return json.path("line").asText("");
    }

    /** The length of the timeline. */
    public @Nullable Duration getAsked() {
        return millis("askedMs");
    }

    /** The length of the file. */
    public @Nullable Duration getGot() {
        return millis("gotMs");
    }

    /** How much later than the picture the sound begins; negative when earlier. */
    public @Nullable Duration getSoundLater() {
        return millis("soundLaterMs");
    }

    /** Integrated loudness. */
    public @Nullable Double getLufs() {
        return number("lufs");
    }

    /** The loudest sample, in dB below full scale. */
    public @Nullable Double getPeak() {
        return number("peakDb");
    }

    /** Whether samples reach full scale. */
    public boolean isClips() {
        return json.path("clips").asBoolean(false);
    }

    /** Where footage ends before it should, each in a sentence: frames that are held, sound that is left out. */
    public List<String> getShortfalls() {
        List<String> texts = new ArrayList<>();
        json.path("shortfalls")
                .forEach(shortfall ->
                        texts.add(TerminalText.clean(shortfall.path("text").asText(""))));
        return List.copyOf(texts);
    }

    private @Nullable Duration millis(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() && Math.abs(value.asDouble()) <= LONGEST_MS ? Duration.ofMillis(value.asLong()) : null;
    }

    private @Nullable Double number(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? value.asDouble() : null;
    }

    /** The line. */
    @Override
    public String toString() {
        return getLine();
    }
}
