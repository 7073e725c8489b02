package io.retake.core.client.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.JsonMappers;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.Headers;
import io.retake.core.protocol.SessionRef;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls with a token, and retries them by one policy: once with a new token after 1001, once after waiting for a
 * 429, and never otherwise. Messages do not use it.
 */
public final class Api {
    private static final MediaType JSON = MediaType.get("application/json");
    private final Transport transport;
    private final Tokens tokens;
    private final Errors errors;
    private final Waits waits;
    private final Patience patience;

    public Api(Transport transport, Tokens tokens, Errors errors, Waits waits, Patience patience) {
        this.transport = transport;
        this.tokens = tokens;
        this.errors = errors;
        this.waits = waits;
        this.patience = patience;
    }

    public Answer get(String path, @Nullable SessionRef session, Cancellation cancellation) {
        return ask(() -> transport.request(path).get(), session, cancellation);
    }

    public Answer post(String path, ObjectNode body, @Nullable SessionRef session, Cancellation cancellation) {
        return ask(() -> transport.request(path).post(json(body)), session, cancellation);
    }

    public ObjectNode object() {
        return JsonMappers.PLAIN.createObjectNode();
    }

    static RequestBody json(ObjectNode body) {
        return RequestBody.create(body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), JSON);
    }

    /** Returns a successful answer, or throws. Builds the request anew for each attempt. */
    Answer ask(Supplier<Request.Builder> request, @Nullable SessionRef session, Cancellation cancellation) {
        Answer answer = tried(request, cancellation, transport::call);
        return checked(answer, session);
    }

    /** Like {@link #ask}, over a new connection: for requests too large to risk a stale one. */
    public Answer askAlone(Supplier<Request.Builder> request, @Nullable SessionRef session, Cancellation cancellation) {
        Answer answer = tried(request, cancellation, made -> transport.call(made, patience.answer()));
        return checked(answer, session);
    }

    public Answer checked(Answer answer, @Nullable SessionRef session) {
        if (!answer.ok()) {
            throw errors.of(answer, session, tokens.userId());
        }
        return answer;
    }

    /** Returns an answer, which may be a refusal. */
    public Answer tried(Supplier<Request.Builder> request, Cancellation cancellation, Dialer dialer) {
        String token = tokens.current(cancellation);
        Answer answer = once(request, token, cancellation, dialer);
        if (answer.is(ErrorCode.TOKEN_REJECTED)) {
            Optional<String> another = tokens.replace(token, cancellation);
            if (another.isPresent()) {
                token = another.get();
                answer = once(request, token, cancellation, dialer);
            }
        }
        if (answer.means(429)) {
            waits.sleep(pause(answer), cancellation, answer.call());
            answer = once(request, token, cancellation, dialer);
        }
        return answer;
    }

    /** Returns the answer to a GET, which may be a refusal. */
    public Answer tried(String path, Cancellation cancellation) {
        return tried(() -> transport.request(path).get(), cancellation, transport::call);
    }

    /** Returns the answer to a POST, which may be a refusal. */
    public Answer post(String path, ObjectNode body, Cancellation cancellation) {
        return tried(() -> transport.request(path).post(json(body)), cancellation, transport::call);
    }

    /** Makes a call of a request. */
    @FunctionalInterface
    interface Dialer {
        Call dial(Request request);
    }

    private Answer once(Supplier<Request.Builder> request, String token, Cancellation cancellation, Dialer dialer) {
        Request made = authorized(request.get(), token);
        return transport.exchange(
                dialer.dial(made), cancellation, response -> Answer.read(Transport.name(made), response));
    }

    public static Request authorized(Request.Builder request, String token) {
        return request.header(Headers.AUTHORIZATION, Headers.BEARER + token).build();
    }

    private Duration pause(Answer answer) {
        Duration asked = answer.retryAfter() == null ? patience.rateLimit() : answer.retryAfter();
        return asked.compareTo(patience.rateLimitCap()) > 0 ? patience.rateLimitCap() : asked;
    }
}
