package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contents of a session at one moment. Unknown keys are preserved; every accessor copies. */
public final class SessionState {
    private final ObjectNode json;

    private SessionState(ObjectNode json) {
        this.json = json;
    }

    /** Returns the state of a new session. */
    public static SessionState empty() {
        return new SessionState(JsonNodeFactory.instance.objectNode());
    }

    /** Parses {@code data.state}; anything but an object counts as empty. */
    public static SessionState parse(JsonNode state) {
        return state.isObject() ? new SessionState(((ObjectNode) state).deepCopy()) : empty();
    }

    /**
     * Returns the timeline; empty when there is none yet.
     *
     * @throws io.retake.core.RetakeException when it is invalid
     */
    public Optional<Draft> draft() {
        JsonNode draft = json.path("draft");
        return draft.isObject() && !draft.isEmpty() ? Optional.of(Draft.of((ObjectNode) draft)) : Optional.empty();
    }

    /** Returns the timeline as received, even if invalid; empty when there is none yet. For detecting changes. */
    public Optional<ObjectNode> draftJson() {
        JsonNode draft = json.path("draft");
        return draft.isObject() && !draft.isEmpty() ? Optional.of(draft.deepCopy()) : Optional.empty();
    }

    /** Returns the media of the session, in upload order. */
    public List<JsonNode> videoInfos() {
        return list("video_infos");
    }

    /** Returns the media that the backend generated, oldest first. */
    public List<JsonNode> generatedMedia() {
        return list("generated_media");
    }

    /** Returns the backend's findings about the footage: {@code video_analyses}. */
    public List<JsonNode> analyses() {
        return list("video_analyses");
    }

    /**
     * Returns warnings, as sentences, about an export that would differ from the footage, such as a film that ends
     * early.
     */
    public List<String> shortfalls() {
        return JsonFields.sentences(json.path("shortfalls"));
    }

    /** Returns the names of the media that no track plays yet; none when the backend does not say. */
    public List<String> unused() {
        return videoInfos().stream()
                .map(UploadedFile::parse)
                .filter(UploadedFile::isUnused)
                .map(UploadedFile::filename)
                .distinct()
                .toList();
    }

    /** Returns the undo and redo depth; empty when the backend does not report it. */
    public Optional<History> history() {
        JsonNode history = json.path("history");
        if (!history.isObject()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        history.path("checkpoints").forEach(name -> names.add(name.asText()));
        return Optional.of(new History(
                JsonFields.whole(history, "undo", 0, Integer.MAX_VALUE),
                JsonFields.whole(history, "redo", 0, Integer.MAX_VALUE),
                names));
    }

    /** Returns the whole state as received. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionState state && json.equals(state.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }

    /** Returns a list, which may also be a map of id to entry on the wire. */
    private List<JsonNode> list(String field) {
        List<JsonNode> entries = new ArrayList<>();
        json.path(field).elements().forEachRemaining(entry -> entries.add(entry.deepCopy()));
        return List.copyOf(entries);
    }
}
