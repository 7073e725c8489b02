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

    /** Whether it made a file, and left the session unchanged. */
    public final boolean isExport;

    /** The fingerprint of the timeline before a message, by {@code PromptRuns.fingerprint}; empty for another step. */
    final String before;

    /** The fingerprint of the timeline before any step, if it was read. */
    public final String draft;

    /** The number of media in the session before it. */
    public final int media;

    /** The number of media that the backend had generated before it. */
    public final int generated;

    public Optional<String> render = Optional.empty();
    Optional<UnfinishedRender> delivery = Optional.empty();
    public Optional<JsonNode> result = Optional.empty();

    /** Whether any part of it may have reached the backend. */
    public boolean sent;

    /** The time when it was sent, or begun. */
    public Instant sentAt;

    /** The reason for its failure, if it is known to have failed. */
    public Optional<String> failure = Optional.empty();

    /** Whether the backend did only a part of it. */
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

    /** Returns whether it may still run at the backend: it was begun there, and neither ended nor was given up. */
    boolean unfinished() {
        return result.isEmpty() && failure.isEmpty() && sent;
    }
}
