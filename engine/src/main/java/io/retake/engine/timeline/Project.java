package io.retake.engine.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.engine.measure.Diagnosis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The state of one session: the timeline, its media, and the timeline's history. Immutable and thread-safe.
 *
 * <p>History is bounded twice, by steps and by segments, so that a long session over a long timeline can be kept in
 * memory and on disk; the oldest steps go first.
 *
 * @param draft the current timeline
 * @param media the uploaded media, in order of upload
 * @param past the timelines before it, the latest last
 * @param future the timelines that were taken back, the next one last
 * @param diagnoses the diagnoses of media, by content hash
 * @param checkpoints timelines by the names that the user gave them, the oldest first
 * @param dialogue what was said last; a change of the timeline or of the media ends it
 */
public record Project(
        Draft draft,
        List<Asset> media,
        List<Draft> past,
        List<Draft> future,
        Map<String, Draft> checkpoints,
        Map<String, Diagnosis> diagnoses,
        Dialogue dialogue) {
    static final int MOST_STEPS = 200;
    static final int MOST_CHECKPOINTS = 50;
    static final int MOST_SEGMENTS = 200_000;

    /** Copies, and drops history beyond the bounds. */
    public Project {
        media = List.copyOf(media);
        past = bounded(past);
        future = bounded(future);
        checkpoints = Collections.unmodifiableMap(new LinkedHashMap<>(checkpoints));
        diagnoses = Collections.unmodifiableMap(new LinkedHashMap<>(diagnoses));
    }

    /** A project in which nothing was said yet. */
    public Project(
            Draft draft,
            List<Asset> media,
            List<Draft> past,
            List<Draft> future,
            Map<String, Draft> checkpoints,
            Map<String, Diagnosis> diagnoses) {
        this(draft, media, past, future, checkpoints, diagnoses, Dialogue.NONE);
    }

    /** A project without checkpoints. */
    public Project(Draft draft, List<Asset> media, List<Draft> past, List<Draft> future) {
        this(draft, media, past, future, Map.of(), Map.of());
    }

    /** Returns an empty project. */
    public static Project empty(String title) {
        return new Project(Draft.empty(title), List.of(), List.of(), List.of());
    }

    private static List<Draft> bounded(List<Draft> history) {
        int first = history.size();
        long segments = 0;
        while (first > 0 && history.size() - first < MOST_STEPS) {
            segments += history.get(first - 1).tracks().stream()
                    .mapToLong(t -> t.segments().size())
                    .sum();
            if (segments > MOST_SEGMENTS && first < history.size()) {
                break;
            }
            first--;
        }
        return List.copyOf(history.subList(first, history.size()));
    }

    /** Returns a copy with one more asset, placed on the timeline. */
    public Project withMedia(Asset footage) {
        return withMedia(footage, true);
    }

    /**
     * Returns a copy with one more asset. The first video sets canvas and frame rate; videos are appended to the video
     * track, and so are images (for five seconds each) as long as there is no video; beside video they wait until an
     * edit uses them, as sound always does. No step of history: the media is appended to the earlier timelines too, so
     * that undo takes back edits and never an upload.
     *
     * @param place whether it goes on the timeline at all
     */
    public Project withMedia(Asset footage, boolean place) {
        List<Asset> all = new ArrayList<>(media);
        all.removeIf(f -> f.hash().equals(footage.hash()) && f.name().equals(footage.name()));
        all.add(footage);
        Placement placement = new Placement(footage, all);
        UnaryOperator<Draft> placing = place ? placement::uploadedTo : UnaryOperator.identity();
        return new Project(
                placing.apply(draft),
                all,
                past.stream().map(placing).toList(),
                future.stream().map(placing).toList(),
                mapped(placing),
                diagnoses);
    }

    private Map<String, Draft> mapped(UnaryOperator<Draft> change) {
        Map<String, Draft> next = new LinkedHashMap<>(checkpoints);
        next.replaceAll((name, kept) -> change.apply(kept));
        return next;
    }

    /** Returns a copy with the timeline as a checkpoint of that name, in place of any earlier one. */
    public Project remember(String name) {
        Map<String, Draft> next = new LinkedHashMap<>(checkpoints);
        next.remove(name);
        next.put(name, draft);
        if (next.size() > MOST_CHECKPOINTS) {
            next.remove(next.keySet().iterator().next());
        }
        return new Project(draft, media, past, future, next, diagnoses);
    }

    /** Returns a copy with new diagnoses; those of other media stay. */
    public Project diagnosed(Map<String, Diagnosis> found) {
        Map<String, Diagnosis> next = new LinkedHashMap<>(diagnoses);
        next.putAll(found);
        return new Project(draft, media, past, future, checkpoints, next);
    }

    /** Returns a copy after something was said; this project if that is the same as before. */
    public Project saying(Dialogue said) {
        return said.equals(dialogue) ? this : new Project(draft, media, past, future, checkpoints, diagnoses, said);
    }

    /** Returns a copy with so many changes redone; there must be as many. */
    public Project redo(int steps) {
        Project project = this;
        for (int i = 0; i < steps; i++) {
            int last = project.future.size() - 1;
            List<Draft> done = new ArrayList<>(project.past);
            done.add(project.draft);
            project = new Project(
                    project.future.get(last), media, done, project.future.subList(0, last), checkpoints, diagnoses);
        }
        return project;
    }

    /** Returns a copy after a change, as one step of history. */
    public Project commit(Draft next) {
        List<Draft> history = new ArrayList<>(past);
        history.add(draft);
        return new Project(next, media, history, List.of(), checkpoints, diagnoses);
    }

    /** Returns a copy with the current step of history extended. */
    public Project amend(Draft next) {
        return new Project(next, media, past, List.of(), checkpoints, diagnoses);
    }

    /** Returns a copy with so many changes undone; there must be as many. */
    public Project undo(int steps) {
        Project project = this;
        for (int i = 0; i < steps; i++) {
            int last = project.past.size() - 1;
            List<Draft> undone = new ArrayList<>(project.future);
            undone.add(project.draft);
            project = new Project(
                    project.past.get(last), media, project.past.subList(0, last), undone, checkpoints, diagnoses);
        }
        return project;
    }

    /** Returns the analyses of the footage, as the API reports them: scenes and diagnoses. */
    public ArrayNode analyses() {
        ArrayNode analyses = JsonNodeFactory.instance.arrayNode();
        Scenes.json(draft).ifPresent(analyses::add);
        diagnoses.forEach((hash, diagnosis) -> media.stream()
                .filter(footage -> footage.hash().equals(hash))
                .findFirst()
                .ifPresent(footage -> analyses.addObject()
                        .put("kind", "diagnosis")
                        .put("filename", footage.name())
                        .put("hash", hash)
                        .set("findings", diagnosis.json())));
        return analyses;
    }

    /** Returns the stored JSON form. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("draft", draft.json());
        json.set("media", array(media, Asset::json));
        json.set("past", array(past, Draft::json));
        json.set("future", array(future, Draft::json));
        if (!checkpoints.isEmpty()) {
            ArrayNode kept = json.putArray("checkpoints");
            checkpoints.forEach(
                    (name, timeline) -> kept.addObject().put("name", name).set("draft", timeline.json()));
        }
        if (!diagnoses.isEmpty()) {
            ArrayNode found = json.putArray("diagnoses");
            diagnoses.forEach(
                    (hash, diagnosis) -> found.addObject().put("hash", hash).set("findings", diagnosis.json()));
        }
        if (!dialogue.equals(Dialogue.NONE)) {
            json.set("dialogue", dialogue.json());
        }
        return json;
    }

    /**
     * The inverse of {@link #json}. Times that can't be are kept as they are, so that undo can leave them.
     *
     * @throws io.retake.core.draft.InvalidDraft when a timeline in it is none
     * @throws IllegalArgumentException when something else in it is not as {@link #json} writes it
     */
    public static Project of(ObjectNode json) {
        return new Project(
                Draft.kept(object(json.path("draft"))),
                list(json.path("media"), Asset::of),
                list(json.path("past"), Draft::kept),
                list(json.path("future"), Draft::kept),
                checkpoints(json.path("checkpoints")),
                diagnoses(json.path("diagnoses")),
                Dialogue.of(json.path("dialogue")));
    }

    private static Map<String, Diagnosis> diagnoses(JsonNode array) {
        Map<String, Diagnosis> diagnoses = new LinkedHashMap<>();
        array.forEach(node -> diagnoses.put(node.path("hash").asText(), Diagnosis.of(node.path("findings"))));
        return diagnoses;
    }

    private static Map<String, Draft> checkpoints(JsonNode array) {
        Map<String, Draft> checkpoints = new LinkedHashMap<>();
        array.forEach(node -> checkpoints.put(node.path("name").asText(), Draft.kept(object(node.path("draft")))));
        return checkpoints;
    }

    private static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> json) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonNode array, Function<ObjectNode, T> value) {
        List<T> values = new ArrayList<>();
        array.forEach(node -> values.add(value.apply(object(node))));
        return values;
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a kept project must hold JSON objects; found " + node.getNodeType());
    }
}
