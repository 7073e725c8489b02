package io.retake.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.timeline.Project;
import java.time.Instant;

/**
 * The stored record of a session.
 *
 * @param user who may use it
 * @param project the timeline with its history, and the media
 */
public record SessionRecord(
        String id, String task, String user, String title, String language, Instant createdAt, Project project) {

    public SessionRecord withProject(Project next) {
        return new SessionRecord(id, task, user, title, language, createdAt, next);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("task", task)
                .put("user", user)
                .put("title", title)
                .put("language", language)
                .put("createdAt", createdAt.toString());
        json.set("project", project.json());
        return json;
    }

    static SessionRecord of(ObjectNode json) {
        return new SessionRecord(
                json.path("id").asText(),
                json.path("task").asText(),
                json.path("user").asText(),
                json.path("title").asText(),
                json.path("language").asText(),
                Instant.parse(json.path("createdAt").asText()),
                Project.of(json.withObject("/project")));
    }
}
