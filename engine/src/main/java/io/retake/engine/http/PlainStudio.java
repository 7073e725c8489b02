package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.engine.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class PlainStudio implements Studio {
    @Override
    public ObjectNode newProject() {
        ObjectNode json = Json.object();
        json.set("draft", Draft.empty("project").json());
        json.putArray("media");
        return json;
    }

    @Override
    public ObjectNode inspect(Path file, String name, String hash) {
        return Json.object().put("filename", name).put("hash", hash);
    }

    @Override
    public ObjectNode addMedia(ObjectNode project, List<ObjectNode> media) {
        media.forEach(project.withArray("media")::add);
        return project;
    }

    @Override
    public ObjectNode draft(ObjectNode project) {
        return (ObjectNode) project.get("draft");
    }

    @Override
    public List<ObjectNode> media(ObjectNode project) {
        List<ObjectNode> media = new ArrayList<>();
        project.path("media").forEach(node -> media.add((ObjectNode) node));
        return media;
    }

    @Override
    public Outcome answer(ObjectNode project, String text) {
        return new Outcome(project, "Nothing was understood, and nothing changed.", List.of());
    }

    @Override
    public List<String> check(ObjectNode draft, ObjectNode output) {
        throw ApiException.http(501, "Rendering is not part of this build.");
    }

    @Override
    public String version() {
        return "0";
    }

    @Override
    public void render(Work work) {
        throw ApiException.http(501, "Rendering is not part of this build.");
    }
}
