package io.retake.dsl.language;

import java.util.List;

/**
 * What {@code diagnose()} found: {@code diagnosis.findings}, {@code diagnosis.has('shake')}. Printed, it is what the
 * backend said. Immutable.
 */
public final class Diagnosis {
    private final String text;
    private final List<Finding> findings;

    /** What was found, and the backend's own words. */
    public Diagnosis(String text, List<Finding> findings) {
        this.text = text;
        this.findings = List.copyOf(findings);
    }

    /** The backend's words. */
    public String getText() {
        return text;
    }

    /** What was found, by file, in the order to be told; empty when nothing is wrong, or the backend only spoke. */
    public List<Finding> getFindings() {
        return findings;
    }

    /** Whether something of that kind was found: see {@link Finding#getWhat}. */
    public boolean has(String what) {
        return findings.stream().anyMatch(f -> f.getWhat().equals(what));
    }

    /** The backend's words. */
    @Override
    public String toString() {
        return text;
    }
}
