package io.retake.engine.agent.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Turns the parser's requests into edits: all of them, or none. Corrections of the last edit are none. */
final class Binding {
    private static final Set<String> BACK = Set.of("undo", "redo", "restore");
    private static final String RANGES = "ranges";

    private final ToDoubleFunction<Target> gain;

    /**
     * Creates a binding.
     *
     * @param gain the gain of a target's sound
     */
    Binding(ToDoubleFunction<Target> gain) {
        this.gain = gain;
    }

    /** Returns the edits in the order in which they can be applied; empty if a request is none of the vocabulary. */
    Optional<List<Edit>> edits(List<ObjectNode> requests) {
        List<Edit> edits = new ArrayList<>();
        // "Undo" beside something else belongs to it: "undo the fade".
        boolean mixed = requests.size() > 1
                && requests.stream().anyMatch(r -> BACK.contains(r.path("op").asText()));
        for (ObjectNode request : mixed ? List.<ObjectNode>of() : requests) {
            Optional<List<Edit>> some = bound(request);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(some.get());
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
    }

    private Optional<List<Edit>> bound(ObjectNode request) {
        List<Edit> edits = new ArrayList<>();
        for (ObjectNode one : ranges(request)) {
            Optional<Edit> edit = one(one);
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
        }
        return Optional.of(edits);
    }

    /** One request for each of its ranges; the last range first, since a cut moves all that is behind it. */
    private static List<ObjectNode> ranges(ObjectNode request) {
        if (!request.has(RANGES)) {
            return List.of(request);
        }
        List<ObjectNode> pieces = new ArrayList<>();
        for (String range : request.path(RANGES).asText().split(",\\s*", -1)) {
            String[] ends = range.split("-(?=[\\d]|the)", 2);
            if (ends.length != 2) {
                return List.of(request);
            }
            ObjectNode piece = request.deepCopy();
            piece.remove(RANGES);
            pieces.add(0, piece.put("from", ends[0].strip()).put("to", ends[1].strip()));
        }
        return pieces;
    }

    private Optional<Edit> one(ObjectNode request) {
        String operation = request.path("op").asText();
        if (isPartOfPart(request)) {
            return Optional.empty();
        }
        ObjectNode absolute = request.deepCopy();
        for (Map.Entry<String, JsonNode> argument : request.properties()) {
            if (argument.getValue().isTextual()) {
                Optional<String> value = Amounts.absolute(
                        operation, argument.getKey(), argument.getValue().asText(), gain(request));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                absolute.put(argument.getKey(), value.get());
            }
        }
        try {
            return Optional.of(Vocabulary.fromJson(absolute));
        } catch (InvalidEdit e) {
            return Optional.empty();
        }
    }

    /** Times within a clip count from its start in an edit, and from the film's start in a request: nobody can tell. */
    private static boolean isPartOfPart(ObjectNode request) {
        return request.path("on").asText().matches("(clip|scene) \\d+") && (request.has("from") || request.has("to"));
    }

    private double gain(ObjectNode request) {
        String on = request.path("on").asText();
        ObjectNode volume = request.objectNode().put("op", "volume").put("level", "100%");
        try {
            Edit edit = Vocabulary.fromJson(on.isEmpty() ? volume : volume.put("on", on));
            return edit instanceof Targeted targeted ? gain.applyAsDouble(targeted.on()) : 1;
        } catch (InvalidEdit e) {
            return 1;
        }
    }
}
