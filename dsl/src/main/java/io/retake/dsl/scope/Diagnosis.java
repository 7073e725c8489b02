package io.retake.dsl.scope;

import java.util.List;

/**
 * The result of {@code diagnose()}: {@code diagnosis.findings}, {@code diagnosis.has('shake')}. Prints as the backend's
 * text. Immutable.
 */
public final class Diagnosis {
    private final String text;
    private final boolean measured;
    private final List<Finding> findings;

    /**
     * Creates a diagnosis from the findings and the backend's own text.
     *
     * @param measured whether the backend measured, so that no findings means no faults
     */
    public Diagnosis(String text, boolean measured, List<Finding> findings) {
        this.text = text;
        this.measured = measured;
        this.findings = List.copyOf(findings);
    }

    /** Returns the backend's text. */
    public String getText() {
        return text;
    }

    /** Returns whether the backend measured the footage; text alone says nothing about faults. */
    public boolean isMeasured() {
        return measured;
    }

    /**
     * Returns the findings, by file, in the order for display; empty when nothing is wrong, or nothing was measured.
     */
    public List<Finding> getFindings() {
        return findings;
    }

    /** Returns whether there is a finding of a kind: see {@link Finding#getWhat}. */
    public boolean has(String what) {
        return findings.stream().anyMatch(f -> f.getWhat().equals(what));
    }

    /** Returns the backend's text. */
    @Override
    public String toString() {
        return text;
    }
}
