package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.http.server.Endpoint;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Json;
import io.retake.engine.store.SessionRecord;
import io.retake.engine.store.SessionStore;
import io.retake.engine.timeline.Project;
import java.io.IOException;
import java.time.Clock;

/** Opens sessions. */
final class SessionEndpoint implements Endpoint {
    private final Sessions sessions;
    private final Clock clock;

    SessionEndpoint(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        ObjectNode body = exchange.json(EngineMessages.text("session.fields"));
        String title = CleanText.shortened(body.path("task_name").asText("project"));
        SessionRecord record = new SessionRecord(
                SessionStore.newId(),
                SessionStore.newId(),
                exchange.user().id(),
                title,
                CleanText.shortened(body.path("language").asText("en")),
                clock.instant(),
                Project.empty(title));
        sessions.create(record);
        exchange.data(Json.object()
                .put("task_id", record.task())
                .put("session_id", record.id())
                .put("user_id", record.user()));
    }
}
