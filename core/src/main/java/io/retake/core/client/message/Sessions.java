package io.retake.core.client.message;

import io.retake.core.client.http.Account;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.protocol.Credits;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Opens and reads sessions. */
public final class Sessions {
    private final Api api;
    private final Account account;
    private final URI webUrl;

    public Sessions(Api api, Account account, URI webUrl) {
        this.api = api;
        this.account = account;
        this.webUrl = webUrl;
    }

    public SessionRef open(String title, String language, Cancellation cancellation) {
        Answer answer = api.post(
                Endpoints.OPEN_SESSION,
                api.object().put("task_name", title).put("language", language),
                null,
                cancellation);
        account.heard(answer.data());
        return new SessionRef(answer.required("task_id"), answer.required("session_id"));
    }

    public URI claimLink(SessionRef session, Cancellation cancellation) {
        Answer answer = api.post(
                Endpoints.CLAIM_TOKEN,
                api.object().put("task_id", session.taskId()).put("session_id", session.sessionId()),
                session,
                cancellation);
        String claim = URLEncoder.encode(answer.required("claim_token"), StandardCharsets.UTF_8);
        return URI.create(webUrl + "/workspace/claim?ct=" + claim);
    }

    public SessionState state(SessionRef session, Cancellation cancellation) {
        Answer answer = api.get(Endpoints.fill(Endpoints.STATE, session.sessionId()), session, cancellation);
        account.heard(answer.data());
        return SessionState.parse(answer.data().path("state"));
    }

    public Credits credits(Cancellation cancellation) {
        return Credits.parse(api.get(Endpoints.CREDITS, null, cancellation).data());
    }
}
