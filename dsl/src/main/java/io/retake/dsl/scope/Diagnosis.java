package io.retake.dsl.scope;

import java.util.List;

/**
 * What {@code diagnose()} found: {@code diagnosis.findings}, {@code diagnosis.has('shake')}. Printed, it is what the
 * backend said. Immutable.
 */
public final class Diagnosis {
    private final String text;
    private final boolean measured;
    private final List<Finding> findings;

    /**
     * What was found, and the backend's own words.
     *
     * @param measured whether the backend looked, so that no findings means that nothing is wrong
     */
    public Diagnosis(String text, boolean measured, List<Finding> findings) {
        this.text = text;
        this.measured = measured;
        this.findings = List.copyOf(findings);
    }

    /** The backend's words. */
    public String getText() {
        return text;
    }

    /** Whether the backend measured the footage; one that only spoke found nothing, right or wrong. */
    public boolean isMeasured() {
        return measured;
    }

    /** What was found, by file, in the order to be told; empty when nothing is wrong, or nothing was measured. */
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
