package io.retake.dsl.scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.TerminalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backend's measurements of a finished file: {@code film.receipt.lufs}, {@code film.receipt.got}. Prints as one
 * line. Values that do not apply to a file, or were not measured, are null. Immutable.
 */
public final class FilmReceipt {
    private static final long LONGEST_MS = Duration.ofDays(365).toMillis();

    private final ObjectNode json;

    /** Creates a receipt from the backend's JSON. */
    public FilmReceipt(ObjectNode json) {
        this.json = json.deepCopy();
    }

    /** Returns all figures, as received from the backend. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Returns the figures in one line, for the user. */
    public String getLine() {
        return json.path("line").asText("");
    }

    /** Returns the length of the timeline. */
    public @Nullable Duration getAsked() {
        return millis("askedMs");
    }

    /** Returns the length of the file. */
    public @Nullable Duration getGot() {
        return millis("gotMs");
    }

    /** Returns how much later than the picture the sound begins; negative when earlier. */
    public @Nullable Duration getSoundLater() {
        return millis("soundLaterMs");
    }

    /** Returns the integrated loudness in LUFS. */
    public @Nullable Double getLufs() {
        return number("lufs");
    }

    /** Returns the level of the loudest sample, in dB relative to full scale. */
    public @Nullable Double getPeak() {
        return number("peakDb");
    }

    /** Returns whether samples reach full scale. */
    public boolean isClips() {
        return json.path("clips").asBoolean(false);
    }

    /** Returns where footage ends early, each in a sentence: held frames, omitted sound. */
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

    /** Returns the line. */
    @Override
    public String toString() {
        return getLine();
    }
}
