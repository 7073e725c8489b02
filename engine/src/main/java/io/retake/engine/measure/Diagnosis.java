package io.retake.engine.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.core.edit.Edit;
import io.retake.core.vocabulary.Sentences;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that a medium may have, in the order in which they are reported. */
public record Diagnosis(List<Finding> findings) {
    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Returns the finding of that kind. */
    public Optional<Finding> of(Finding.What what) {
        return findings.stream().filter(f -> f.what() == what).findFirst();
    }

    /** Returns the edits that help, each once, in the order to apply them. */
    public List<Edit> remedies() {
        return findings.stream().flatMap(f -> f.remedies().stream()).distinct().toList();
    }

    /** Returns a summary for users. */
    public Phrase summary() {
        return findings.isEmpty()
                ? Phrase.of("diagnosis.nothing")
                : Phrase.sentences(findings.stream().map(Finding::sentence).toList());
    }

    /**
     * As JSON, for keeping and for telling: what, the sentence in both languages, and remedies as canonical sentences.
     */
    public ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            ArrayNode remedies = array.addObject()
                    .put("what", finding.what().word())
                    .put("text", finding.sentence().english())
                    .put("textZh", finding.sentence().chinese())
                    .putArray("remedies");
            finding.remedies().forEach(edit -> remedies.add(Sentences.write(edit)));
        }
        return array;
    }

    /** The inverse of {@link #json}; what is no finding, or no edit any more, is left out. */
    public static Diagnosis of(JsonNode array) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode node : array) {
            List<Edit> remedies = new ArrayList<>();
            node.path("remedies").forEach(s -> Sentences.read(s.asText()).ifPresent(remedies::add));
            Finding.What.of(node.path("what").asText())
                    .ifPresent(what -> findings.add(new Finding(
                            what,
                            new Phrase(
                                    node.path("text").asText(),
                                    node.path("textZh").asText()),
                            remedies)));
        }
        return new Diagnosis(findings);
    }
}
