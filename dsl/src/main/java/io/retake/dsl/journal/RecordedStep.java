package io.retake.dsl.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A step that an interrupted run had begun. */
public final class RecordedStep {
    public final int number;
    public final String key;
    final String text;

    /** Whether it made a file, and left the session as it was. */
    public final boolean isExport;

    /** The timeline before a message, as {@code PromptRuns.fingerprint} tells it; empty for another step. */
    final String before;

    /** The same for any step, where it was looked at. */
    public final String draft;

    /** How many media the session had before. */
    public final int media;

    /** How many of the backend's own making. */
    public final int generated;

    public Optional<String> render = Optional.empty();
    Optional<UnfinishedRender> delivery = Optional.empty();
    public Optional<JsonNode> result = Optional.empty();

    /** Whether any of it may have reached the backend. */
    public boolean sent;

    /** When it was sent, or begun. */
    public Instant sentAt;

    /** Why it failed, where it is known that it did. */
    public Optional<String> failure = Optional.empty();

    /** Whether the backend did it, but not wholly. */
    public boolean undone;

    RecordedStep(JsonNode line, boolean sent) {
        this.number = line.path("step").asInt();
        this.key = line.path("key").asText();
        this.text = line.path("text").asText();
        this.isExport = line.path("export").asBoolean();
        this.before = line.path("before").asText();
        this.draft = line.path("draft").asText(before);
        this.media = line.path("media").asInt();
        this.generated = line.path("generated").asInt();
        this.sent = sent || !isMessage();
        this.sentAt = time(line);
    }

    void take(JsonNode line) {
        switch (line.path("entry").asText()) {
            case "sending" -> {
                sent = true;
                sentAt = time(line);
                failure = Optional.empty();
            }
            case "render" -> {
                render = Optional.of(line.path("renderId").asText());
                delivery = UnfinishedRender.read(line);
                failure = Optional.empty();
            }
            case "done" -> result = Optional.of(line.path("result"));
            case "over" -> {
                failure = Optional.of(line.path("why").asText());
                undone = line.path("undone").asBoolean();
            }
            default -> {}
        }
    }

    private static Instant time(JsonNode line) {
        try {
            return Instant.parse(line.path("at").asText());
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }

    private boolean isMessage() {
        return !before.isEmpty();
    }

    /** Whether it may go on at the backend: it was begun there, and neither came to its end nor was given up. */
    boolean unfinished() {
        return result.isEmpty() && failure.isEmpty() && sent;
    }
}
