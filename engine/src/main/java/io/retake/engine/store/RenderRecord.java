package io.retake.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The stored record of a render.
 *
 * @param user who may ask about it
 * @param key the cache key of its file in {@link OutputStore}
 * @param extension the file's, without the dot
 * @param error why it failed
 */
public record RenderRecord(
        String id,
        String user,
        String session,
        String key,
        String extension,
        RenderPhase state,
        Instant createdAt,
        Optional<Instant> completedAt,
        Optional<String> error) {

    /** The state of a render. */
    public enum RenderPhase {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean ended() {
            return this == COMPLETED || this == FAILED;
        }
    }

    public RenderRecord processing() {
        return new RenderRecord(
                id, user, session, key, extension, RenderPhase.PROCESSING, createdAt, completedAt, error);
    }

    public RenderRecord completed(Instant now) {
        return new RenderRecord(
                id,
                user,
                session,
                key,
                extension,
                RenderPhase.COMPLETED,
                createdAt,
                Optional.of(now),
                Optional.empty());
    }

    public RenderRecord failed(String why, Instant now) {
        return new RenderRecord(
                id, user, session, key, extension, RenderPhase.FAILED, createdAt, Optional.of(now), Optional.of(why));
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("user", user)
                .put("session", session)
                .put("key", key)
                .put("extension", extension)
                .put("state", state.wire())
                .put("createdAt", createdAt.toString());
        completedAt.ifPresent(time -> json.put("completedAt", time.toString()));
        error.ifPresent(why -> json.put("error", why));
        return json;
    }

    static RenderRecord of(ObjectNode json) {
        return new RenderRecord(
                json.path("id").asText(),
                json.path("user").asText(),
                json.path("session").asText(),
                json.path("key").asText(),
                json.path("extension").asText(),
                RenderPhase.valueOf(json.path("state").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(json.path("createdAt").asText()),
                json.has("completedAt")
                        ? Optional.of(Instant.parse(json.path("completedAt").asText()))
                        : Optional.empty(),
                json.has("error") ? Optional.of(json.path("error").asText()) : Optional.empty());
    }
}
