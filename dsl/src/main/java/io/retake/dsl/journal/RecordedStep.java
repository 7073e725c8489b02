package io.retake.dsl.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A step that an interrupted run had begun. */
public final class RecordedStep {
    final int number;
    final String key;
    final String text;
    final boolean isExport;

    /** The fingerprint of the timeline before a message, by {@code PromptRuns.fingerprint}; empty for another step. */
    final String before;

    final String draft;
    final int media;
    final int generated;
    Optional<String> render = Optional.empty();
    Optional<UnfinishedRender> delivery = Optional.empty();
    Optional<JsonNode> result = Optional.empty();
    boolean sent;
    Instant sentAt;
    Optional<String> failure = Optional.empty();
    boolean undone;

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

    /** Returns its number in the journal. */
    public int number() {
        return number;
    }

    /** Returns the fingerprint of all that it depends on. */
    public String key() {
        return key;
    }

    /** Returns whether it made a file, and left the session unchanged. */
    public boolean isExport() {
        return isExport;
    }

    /** Returns the fingerprint of the timeline before it, or an empty text if it was not read. */
    public String draft() {
        return draft;
    }

    /** Returns the number of media in the session before it. */
    public int media() {
        return media;
    }

    /** Returns the number of media that the backend had generated before it. */
    public int generated() {
        return generated;
    }

    /** Returns the id of its render, if it submitted one. */
    public Optional<String> render() {
        return render;
    }

    /** Returns its result, if it completed. */
    public Optional<JsonNode> result() {
        return result;
    }

    /** Returns whether any part of it may have reached the backend. */
    public boolean sent() {
        return sent;
    }

    /** Returns the time when it was sent, or begun. */
    public Instant sentAt() {
        return sentAt;
    }

    /** Returns the reason for its failure, if it is known to have failed. */
    public Optional<String> failure() {
        return failure;
    }

    /** Returns whether the backend did only a part of it. */
    public boolean undone() {
        return undone;
    }
}
