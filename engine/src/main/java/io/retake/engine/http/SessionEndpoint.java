package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.store.Json;
import io.retake.engine.store.SessionRecord;
import io.retake.engine.store.SessionStore;
import java.io.IOException;
import java.time.Clock;

/** Opens sessions. */
final class SessionEndpoint implements Endpoint {
    private final Sessions sessions;
    private final Studio studio;
    private final Clock clock;

    SessionEndpoint(Sessions sessions, Studio studio, Clock clock) {
        this.sessions = sessions;
        this.studio = studio;
        this.clock = clock;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        ObjectNode body = exchange.json();
        SessionRecord record = new SessionRecord(
                SessionStore.newId(),
                SessionStore.newId(),
                exchange.user().id(),
                Clean.shortened(body.path("task_name").asText("project")),
                Clean.shortened(body.path("language").asText("en")),
                clock.instant(),
                studio.newProject());
        sessions.create(record);
        exchange.data(Json.object().put("task_id", record.task()).put("session_id", record.id()));
    }
}
