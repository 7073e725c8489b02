package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Chooses the token for a call: the user's, else the one stored for this backend, else a new anonymous one. */
public final class Tokens {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private final ClientSettings settings;
    private final CredentialStore store;
    private final Transport transport;
    private final Errors errors;
    private final InstantSource clock;
    private final Waits waits;
    private final Patience patience;
    private final Object renewing = new Object();

    public Tokens(
            ClientSettings settings,
            CredentialStore store,
            Transport transport,
            Errors errors,
            InstantSource clock,
            Waits waits,
            Patience patience) {
        this.waits = waits;
        this.patience = patience;
        this.settings = settings;
        this.store = store;
        this.transport = transport;
        this.errors = errors;
        this.clock = clock;
    }

    /** Returns the token for the next call; requests a new anonymous one when there is none. */
    public String current(Cancellation cancellation) {
        String given = settings.token();
        if (given != null) {
            return given;
        }
        synchronized (renewing) {
            return kept().map(StoredToken::token).orElseGet(() -> fetch(cancellation));
        }
    }

    /**
     * Returns another token after a rejection, if there can be one. Concurrent threads obtain one new token together.
     */
    public Optional<String> replace(String rejected, Cancellation cancellation) {
        if (settings.token() != null) {
            return Optional.empty();
        }
        synchronized (renewing) {
            store.forget(settings.apiUrl(), rejected);
            return Optional.of(current(cancellation));
        }
    }

    /** Forgets a rejected token, so that the next call requests a new one. */
    public void reject(String rejected) {
        if (settings.token() == null) {
            store.forget(settings.apiUrl(), rejected);
        }
    }

    /** Returns the anonymous user's id, if known. */
    @Nullable
    public String userId() {
        return settings.token() != null ? null : kept().map(StoredToken::userId).orElse(null);
    }

    private Optional<StoredToken> kept() {
        return store.token(settings.apiUrl())
                .filter(token -> token.expiresAt().isAfter(clock.instant().plus(MARGIN)));
    }

    private String fetch(Cancellation cancellation) {
        String id = settings.clientId() != null ? settings.clientId() : store.clientId();
        Answer answer = ask(id, cancellation);
        if (answer.status() == 400 && settings.clientId() == null) {
            // The stored id is damaged or blank: create one, store it, retry.
            id = store.replaceClientId(id);
            answer = ask(id, cancellation);
        }
        if (answer.means(429) && pause(answer).compareTo(patience.rateLimitCap()) <= 0) {
            waits.sleep(pause(answer), cancellation, answer.call());
            answer = ask(id, cancellation);
        }
        if (!answer.ok()) {
            throw refusal(answer);
        }
        StoredToken token = parse(answer);
        store.keep(settings.apiUrl(), token);
        return token.token();
    }

    /**
     * Returns the wait after a rate limit, which ends within a minute; does not wait out the limit of one new token a
     * week.
     */
    private Duration pause(Answer answer) {
        return answer.retryAfter() == null ? patience.rateLimit() : answer.retryAfter();
    }

    private Answer ask(String clientId, Cancellation cancellation) {
        Request request = transport
                .request(Endpoints.ANONYMOUS_TOKEN)
                .header(Headers.CLIENT_ID, clientId)
                .post(RequestBody.create(new byte[0]))
                .build();
        return transport.exchange(
                transport.call(request), cancellation, response -> Answer.read(Transport.name(request), response));
    }

    private ClientException refusal(Answer answer) {
        if (answer.status() == 400) {
            return new ClientException.ClientIdRejected(
                    CoreMessages.text("token.client-id", answer.message()),
                    CoreMessages.text("token.client-id-advice"));
        }
        if (answer.means(429)) {
            return new ClientException.RateLimited(
                    CoreMessages.text("token.once-a-week", next(answer.retryAfter())),
                    CoreMessages.text("token.once-a-week-advice"));
        }
        return errors.of(answer, null, null);
    }

    private static String next(@Nullable Duration wait) {
        if (wait == null || wait.toMinutes() < 3) {
            return "";
        }
        return wait.toHours() >= 48
                ? CoreMessages.text("token.next-in-days", wait.toDays())
                : wait.toHours() >= 2
                        ? CoreMessages.text("token.next-in-hours", wait.toHours())
                        : CoreMessages.text("token.next-in-minutes", wait.toMinutes());
    }

    private StoredToken parse(Answer answer) {
        String userId = answer.data().path("user_id").asText("");
        String expires = answer.data().path("expires_at").asText("");
        try {
            return new StoredToken(answer.required("token"), userId.isEmpty() ? null : userId, expiry(expires));
        } catch (IllegalArgumentException unusable) {
            throw new ClientException.NotAnApi(CoreMessages.text("token.unusable", answer.call()), null);
        }
    }

    private Instant expiry(String expires) {
        try {
            return OffsetDateTime.parse(expires).toInstant();
        } catch (DateTimeException unknown) {
            return clock.instant().plus(LIFE);
        }
    }
}
