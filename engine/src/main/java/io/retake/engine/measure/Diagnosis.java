package io.retake.engine.measure;

import io.retake.core.edit.Edit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be wrong with a medium, in the order to be told. */
public record Diagnosis(List<Finding> findings) {
    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** The finding of that kind. */
    public Optional<Finding> of(Finding.What what) {
        return findings.stream().filter(f -> f.what() == what).findFirst();
    }

    /** What would help, each once, in the order to be done. */
    public List<Edit> remedies() {
        return findings.stream().flatMap(f -> f.remedies().stream()).distinct().toList();
    }

    /** For a person. */
    public String summary() {
        return findings.isEmpty()
                ? "Nothing is wrong with it that can be measured."
                : findings.stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }
}
