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
    private static final String ON = "on";
    private static final String SOUND = "the sound";
    private static final Set<String> PLACES = Set.of("from", "to", "ranges", "except");

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
            Optional<Edit> edit = one(request);
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
    }

    private Optional<Edit> one(ObjectNode asked) {
        ObjectNode request = withoutSound(asked);
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

    /** "The sound" is what edits of sound are about anyway, of everything or of one clip. */
    private static ObjectNode withoutSound(ObjectNode request) {
        String on = request.path(ON).asText();
        ObjectNode plain = request.deepCopy();
        if (on.equals(SOUND)) {
            plain.remove(ON);
        } else if (on.startsWith(SOUND + " of ")) {
            plain.put(ON, on.substring(SOUND.length() + 4));
        }
        return plain;
    }

    /** Times within a clip count from its start in an edit, and from the film's start in a request: nobody can tell. */
    private static boolean isPartOfPart(ObjectNode request) {
        return request.path(ON).asText().matches("(clip|scene) \\d+")
                && PLACES.stream().anyMatch(request::has);
    }

    private double gain(ObjectNode request) {
        String on = request.path(ON).asText();
        ObjectNode volume = request.objectNode().put("op", "volume").put("level", "100%");
        try {
            Edit edit = Vocabulary.fromJson(on.isEmpty() ? volume : volume.put(ON, on));
            return edit instanceof Targeted targeted ? gain.applyAsDouble(targeted.on()) : 1;
        } catch (InvalidEdit e) {
            return 1;
        }
    }
}
