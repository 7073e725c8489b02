package io.retake.engine.agent.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the parser's requests into edits: all of them, or none. A correction of the last edit takes back the last
 * message and does it again with the edit as it should have been.
 */
final class Binding {
    private static final Set<String> BACK = Set.of("undo", "redo", "restore");
    private static final String ON = "on";
    private static final String SOUND = "the sound";
    private static final Set<String> PLACES = Set.of("from", "to", "ranges", "except");

    private static final String AMEND = "amend";

    /** Arguments of {@code captions} and their names in {@code change}, for captions that are shown already. */
    private static final Map<String, String> CAPTIONS =
            Map.of("offset", "shift", "position", "position", "style", "style");

    private final Project project;
    private final ToDoubleFunction<Target> gain;

    /**
     * Creates a binding.
     *
     * @param project what the requests are about
     * @param gain the gain of a target's sound
     */
    Binding(Project project, ToDoubleFunction<Target> gain) {
        this.project = project;
        this.gain = gain;
    }

    /** Returns the edits in the order in which they can be applied; empty if a request is none of the vocabulary. */
    Optional<List<Edit>> edits(List<ObjectNode> requests) {
        if (requests.size() == 1 && op(requests.get(0)).equals(AMEND)) {
            return amended(requests.get(0).path("edit"));
        }
        List<Edit> edits = new ArrayList<>();
        // "Undo" beside something else belongs to it: "undo the fade".
        boolean mixed = requests.size() > 1 && requests.stream().anyMatch(r -> BACK.contains(op(r)));
        for (ObjectNode request : mixed ? List.<ObjectNode>of() : requests) {
            Optional<Edit> edit = one(request);
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
    }

    private static String op(ObjectNode request) {
        return request.path("op").asText();
    }

    /** Returns the last message's edits with another last one, after an undo. */
    private Optional<List<Edit>> amended(JsonNode right) {
        List<Edit> last = project.dialogue().last();
        boolean factor = right.path("factor").asText().matches("[+x-].*"); // of what it was: nobody knows any more
        Optional<Edit> edit =
                right instanceof ObjectNode request && !last.isEmpty() && !factor ? one(request) : Optional.empty();
        return edit.map(e -> {
            List<Edit> edits = new ArrayList<>(List.of(new Undo(1)));
            edits.addAll(last.subList(0, last.size() - 1));
            edits.add(e);
            return edits;
        });
    }

    private Optional<Edit> one(ObjectNode asked) {
        ObjectNode request = ofShownCaptions(withoutSound(asked));
        String operation = op(request);
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
                Optional<String> now = isOfSpeed(operation, argument) ? ofSpeed(value.get(), request) : value;
                if (now.isEmpty()) {
                    return Optional.empty();
                }
                absolute.put(argument.getKey(), now.get());
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

    /** "Captions to the top" changes those that are shown: to add them again would undo an earlier shift. */
    private ObjectNode ofShownCaptions(ObjectNode request) {
        boolean shown = op(request).equals("captions")
                && project.draft().tracks(TrackType.TEXT).stream().anyMatch(Track::captions)
                && project.media().stream()
                        .filter(m -> m.kind() == Asset.AssetKind.CAPTIONS)
                        .map(Asset::name)
                        .toList()
                        .equals(List.of(request.path("file").asText()));
        if (!shown || request.size() == 2) {
            return request;
        }
        ObjectNode change = request.objectNode().put("op", "change").put(ON, "the captions");
        CAPTIONS.forEach((said, told) -> {
            if (request.has(said)) {
                change.set(told, request.get(said));
            }
        });
        return change;
    }

    /** Times within a clip count from its start in an edit, and from the film's start in a request: nobody can tell. */
    private static boolean isPartOfPart(ObjectNode request) {
        return request.path(ON).asText().matches("(clip|scene) \\d+")
                && PLACES.stream().anyMatch(request::has);
    }

    private static boolean isOfSpeed(String operation, Map.Entry<String, JsonNode> argument) {
        return operation.equals("speed")
                && argument.getKey().equals("factor")
                && argument.getValue().asText().matches("[+-].*");
    }

    /** "Slower" is meant from the speed that is there; nobody can tell where there are several. */
    private Optional<String> ofSpeed(String factor, ObjectNode request) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        Matcher one =
                Pattern.compile("clip (\\d{1,4})").matcher(request.path(ON).asText());
        int number = one.matches() ? Integer.parseInt(one.group(1)) : 0;
        List<Double> speeds = (number >= 1 && number <= clips.size() ? List.of(clips.get(number - 1)) : clips)
                .stream().map(Segment::speed).distinct().toList();
        return speeds.size() > 1
                ? Optional.empty()
                : Optional.of(Times.decimal(Double.parseDouble(factor.replace("x", ""))
                                * speeds.stream().findFirst().orElse(1.0))
                        + "x");
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
