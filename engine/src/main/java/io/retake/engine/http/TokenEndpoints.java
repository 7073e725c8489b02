package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.Headers;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.BackendRules;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Json;
import io.retake.engine.store.User;
import io.retake.engine.store.Users;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** Serves anonymous tokens, claim tokens and credits. */
final class TokenEndpoints {
    /** The expiry reported for a token that never expires: clients parse the field as a time. */
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final Duration CLAIM = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A UUID or any other id that a client made up for itself: it is only ever compared. */
    private static final Pattern CLIENT = Pattern.compile("[!-~]{1,128}");

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Users users;
    private final Sessions sessions;
    private final BackendRules rules;

    TokenEndpoints(Users users, Sessions sessions, BackendRules rules) {
        this.users = users;
        this.sessions = sessions;
        this.rules = rules;
    }

    void anonymous(Exchange exchange) throws IOException {
        // There is no token yet to count by, and a client could make up another id for each call.
        rules.request("tokens for " + Request.getRemoteAddr(exchange.request()));
        String given = exchange.header(Headers.CLIENT_ID)
                .orElseThrow(() -> ApiException.badRequest(EngineMessages.text("token.no-client")));
        User user = issued(client(given.strip()));
        exchange.data(Json.object()
                .put("token", user.token())
                .put("user_id", user.id())
                .put("expires_at", user.expiresAt().orElse(NEVER).toString())
                .put("credits", user.credits()));
    }

    private User issued(String client) throws IOException {
        try {
            return users.forClient(client);
        } catch (Users.TokenTooSoon e) {
            throw ApiException.tooMany(String.valueOf(e.getMessage()), e.untilNext());
        }
    }

    private static String client(String given) {
        if (!CLIENT.matcher(given).matches()) {
            throw ApiException.badRequest(EngineMessages.text("token.odd-client", CleanText.shortened(given)));
        }
        return UUID.matcher(given).matches() ? given.toLowerCase(Locale.ROOT) : given;
    }

    /** A link to a session for a browser. There is no page to claim it on here; the call is served for clients. */
    void claim(Exchange exchange) throws IOException {
        ObjectNode body = exchange.json(EngineMessages.text("token.fields"));
        Session session = sessions.of(exchange.user(), Exchange.text(body, "session_id"));
        if (!session.record().task().equals(Exchange.text(body, "task_id"))) {
            throw ApiException.of(ErrorCode.NO_SUCH_SESSION, EngineMessages.text("token.other-task"));
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        exchange.data(Json.object()
                .put("claim_token", "clm_" + HexFormat.of().formatHex(random))
                .put("expires_in", CLAIM.toSeconds()));
    }

    void credits(Exchange exchange) throws IOException {
        User user = users.get(exchange.user().id());
        exchange.data(Json.object()
                .put("available", user.credits())
                .put("frozen", user.frozen())
                .put("total", user.credits() + user.frozen()));
    }
}
