package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.scope.Diagnosis;
import io.retake.dsl.scope.Finding;
import io.retake.dsl.scope.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts the backend's findings about the footage from the state's {@code video_analyses}, and to and from the
 * journal.
 */
final class Analyses {
    private static final long LONGEST_MS = Duration.ofDays(365).toMillis();

    private Analyses() {}

    /** Returns the scenes, in the order of the timeline; empty where the backend reports none. */
    static List<Scene> scenes(SessionState state) {
        return state.analyses().stream()
                .filter(analysis -> analysis.path("kind").asText().equals("scenes"))
                .findFirst()
                .map(analysis -> scenes(analysis.path("scenes")))
                .orElseGet(ArrayList::new);
    }

    private static List<Scene> scenes(JsonNode array) {
        List<Scene> scenes = new ArrayList<>();
        for (JsonNode node : array) {
            int number = node.path("number").asInt();
            if (number >= 1) {
                scenes.add(new Scene(
                        number,
                        millis(node, "fromMs"),
                        millis(node, "toMs"),
                        millis(node, "durationMs"),
                        clean(node, "filename")));
            }
        }
        return scenes; // mutable: Groovy sorts a list in place
    }

    private static Duration millis(JsonNode node, String field) {
        // Limit untrusted values: a year is longer than any footage, and no sum of such times overflows.
        double millis = node.path(field).asDouble();
        return Duration.ofMillis((long) Math.max(0, Math.min((double) LONGEST_MS, millis)));
    }

    private static String clean(JsonNode node, String field) {
        return TerminalText.clean(node.path(field).asText(""));
    }

    /** Returns all findings; with {@code only}, those of the files that the text names. */
    static Diagnosis diagnosis(String words, SessionState state, boolean only) {
        List<Finding> findings = new ArrayList<>();
        boolean measured = false;
        for (JsonNode analysis : state.analyses()) {
            String file = clean(analysis, "filename");
            boolean wanted = !only || isNamed(file, words);
            if (wanted && analysis.path("kind").asText().equals("diagnosis")) {
                measured = true;
                analysis.path("findings").forEach(node -> findings.add(finding(file, node)));
            }
        }
        return new Diagnosis(words, measured, findings);
    }

    /** Returns whether a text has a line for a file; one file's name may be a part of another's. */
    private static boolean isNamed(String file, String words) {
        return words.lines()
                .map(String::strip)
                .anyMatch(line -> line.startsWith(file + ":") || line.startsWith(file + "："));
    }

    private static Finding finding(String file, JsonNode node) {
        List<String> remedies = new ArrayList<>();
        node.path("remedies").forEach(remedy -> remedies.add(TerminalText.clean(remedy.asText())));
        return new Finding(file, clean(node, "what"), clean(node, "text"), remedies);
    }

    /** Writes scenes for the journal. */
    static ArrayNode json(List<Scene> scenes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        scenes.forEach(scene -> array.addObject()
                .put("number", scene.getNumber())
                .put("fromMs", scene.getFrom().toMillis())
                .put("toMs", scene.getTo().toMillis())
                .put("durationMs", scene.getDuration().toMillis())
                .put("filename", scene.getFile()));
        return array;
    }

    /** Writes a diagnosis for the journal. */
    static ObjectNode json(Diagnosis diagnosis) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("words", diagnosis.getText())
                .put("measured", diagnosis.isMeasured());
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : diagnosis.getFindings()) {
            ArrayNode remedies = findings.addObject()
                    .put("filename", finding.getFile())
                    .put("what", finding.getWhat())
                    .put("text", finding.getText())
                    .putArray("remedies");
            finding.getRemedies().forEach(remedies::add);
        }
        return json;
    }

    /** Reads scenes from the journal. */
    static Optional<List<Scene>> scenesOf(JsonNode journal) {
        return journal.isArray() ? Optional.of(scenes(journal)) : Optional.empty();
    }

    /** Reads a diagnosis from the journal. */
    static Optional<Diagnosis> diagnosisOf(JsonNode journal) {
        if (!journal.path("findings").isArray()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        journal.path("findings").forEach(node -> findings.add(finding(clean(node, "filename"), node)));
        boolean measured = journal.path("measured").asBoolean(!findings.isEmpty());
        return Optional.of(new Diagnosis(journal.path("words").asText(), measured, findings));
    }
}
