package io.retake.engine.http.server;

import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.Headers;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.User;
import io.retake.engine.store.Users;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Guards against foreign requests. A page in a browser on this machine can send requests to loopback too: by a name
 * that resolves to 127.0.0.1 (its Host is then not ours), or from its own origin (its Origin is then not ours). Both
 * are refused before anything is read.
 */
public final class RequestGuard {
    private final Users users;
    private final BackendRules rules;

    public RequestGuard(Users users, BackendRules rules) {
        this.users = users;
        this.rules = rules;
    }

    /** Refuses a request that was not meant for this engine, or that a foreign page sent. */
    void checkOrigin(Request request, int port) {
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        List<String> host = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            throw ApiException.http(
                    403,
                    EngineMessages.text("request.foreign-host", port, CleanText.shortened(String.join(", ", host))));
        }
        for (String origin : request.getHeaders().getValuesList(HttpHeader.ORIGIN)) {
            if (!origin.startsWith("http://") || !hosts.contains(origin.substring("http://".length()))) {
                throw ApiException.http(
                        403, EngineMessages.text("request.foreign-origin", CleanText.shortened(origin)));
            }
        }
    }

    /** The user whose token the request carries. */
    User authenticate(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, Headers.BEARER, 0, Headers.BEARER.length())) {
            throw ApiException.of(ErrorCode.TOKEN_REJECTED, EngineMessages.text("token.missing"));
        }
        String token = header.substring(Headers.BEARER.length()).strip();
        User user = users.byToken(token)
                .orElseThrow(() -> ApiException.of(ErrorCode.TOKEN_REJECTED, EngineMessages.text("token.invalid")));
        rules.request(user.id());
        return user;
    }
}
