package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session holds at one moment. Unknown keys are kept; every accessor copies. */
public final class SessionState {
    private final ObjectNode json;

    private SessionState(ObjectNode json) {
        this.json = json;
    }

    /** A session in which nothing has happened yet. */
    public static SessionState empty() {
        return new SessionState(JsonNodeFactory.instance.objectNode());
    }

    /** Reads {@code data.state}; anything but an object counts as empty. */
    public static SessionState parse(JsonNode state) {
        return state.isObject() ? new SessionState(((ObjectNode) state).deepCopy()) : empty();
    }

    /**
     * The timeline; empty when there is none yet.
     *
     * @throws io.retake.core.RetakeException when what is there is no timeline
     */
    public Optional<Draft> draft() {
        JsonNode draft = json.path("draft");
        return draft.isObject() && !draft.isEmpty() ? Optional.of(Draft.of((ObjectNode) draft)) : Optional.empty();
    }

    /** The timeline as it came, also where it is none; empty when there is none yet. For telling whether it changed. */
    public Optional<ObjectNode> draftJson() {
        JsonNode draft = json.path("draft");
        return draft.isObject() && !draft.isEmpty() ? Optional.of(draft.deepCopy()) : Optional.empty();
    }

    /** The media of the session, in upload order. */
    public List<JsonNode> videoInfos() {
        return list("video_infos");
    }

    /** What the backend generated, oldest first. */
    public List<JsonNode> generatedMedia() {
        return list("generated_media");
    }

    /** What the backend found by looking at the footage: {@code video_analyses}. */
    public List<JsonNode> analyses() {
        return list("video_analyses");
    }

    /** What an export of the timeline would do otherwise than the footage is, as sentences: a film that ends early. */
    public List<String> shortfalls() {
        return Json.sentences(json.path("shortfalls"));
    }

    /** How far the timeline can go back and forth; empty where the backend doesn't say that it can at all. */
    public Optional<History> history() {
        JsonNode history = json.path("history");
        if (!history.isObject()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        history.path("checkpoints").forEach(name -> names.add(name.asText()));
        return Optional.of(new History(
                Json.whole(history, "undo", 0, Integer.MAX_VALUE),
                Json.whole(history, "redo", 0, Integer.MAX_VALUE),
                names));
    }

    /** Everything, as it came. */
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

    /** A list on the wire may also be a map of id to entry. */
    private List<JsonNode> list(String field) {
        List<JsonNode> entries = new ArrayList<>();
        json.path(field).elements().forEachRemaining(entry -> entries.add(entry.deepCopy()));
        return List.copyOf(entries);
    }
}
