package io.retake.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone who may use the engine.
 *
 * @param id what sessions name as their owner
 * @param clientId the client that the token was given to
 * @param token what requests are signed with; kept in a file that only the engine's user can read
 * @param issuedAt when the token was handed out; empty where that was not noted
 * @param expiresAt when the token ends; empty for never
 * @param credits credits left
 * @param frozen credits reserved for messages in progress
 */
public record User(
        String id,
        String clientId,
        String token,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt,
        long credits,
        long frozen) {
    boolean isValid(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }

    User with(String newToken, Optional<Instant> issued, Optional<Instant> end) {
        return new User(id, clientId, newToken, issued, end, credits, frozen);
    }

    User withCredits(long left, long aside) {
        return new User(id, clientId, token, issuedAt, expiresAt, left, aside);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("clientId", clientId)
                .put("token", token)
                .put("credits", credits)
                .put("frozen", frozen);
        issuedAt.ifPresent(time -> json.put("issuedAt", time.toString()));
        expiresAt.ifPresent(end -> json.put("expiresAt", end.toString()));
        return json;
    }

    static User of(ObjectNode json) {
        return new User(
                json.path("id").asText(),
                json.path("clientId").asText(),
                json.path("token").asText(),
                time(json, "issuedAt"),
                time(json, "expiresAt"),
                json.path("credits").asLong(),
                json.path("frozen").asLong());
    }

    private static Optional<Instant> time(ObjectNode json, String name) {
        return json.has(name) ? Optional.of(Instant.parse(json.path(name).asText())) : Optional.empty();
    }
}
