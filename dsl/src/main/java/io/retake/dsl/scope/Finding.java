package io.retake.dsl.scope;

import java.util.List;

/**
 * A possible fault of footage: {@code finding.what}, {@code finding.text}, {@code finding.file}, {@code
 * finding.remedies}. Immutable.
 */
public final class Finding {
    private final String file;
    private final String what;
    private final String text;
    private final List<String> remedies;

    /** Creates a finding of a kind in a file; the remedies are sentences for {@code edit}. */
    public Finding(String file, String what, String text, List<String> remedies) {
        this.file = file;
        this.what = what;
        this.text = text;
        this.remedies = List.copyOf(remedies);
    }

    /** Returns the footage. */
    public String getFile() {
        return file;
    }

    /**
     * Returns the kind: {@code cut-off}, {@code lengths}, {@code sync}, {@code drift}, {@code jump-cuts}, {@code
     * shake}, {@code variable-frame-rate}, {@code color-matrix}, {@code rotation}, {@code interlaced}, {@code noise},
     * {@code low-resolution}, {@code clipping}, {@code loudness} or {@code silence}.
     */
    public String getWhat() {
        return what;
    }

    /** Returns the measurement, for the user. */
    public String getText() {
        return text;
    }

    /** Returns the remedies, as sentences for {@code edit}, in order; empty where nothing is needed. */
    public List<String> getRemedies() {
        return remedies;
    }

    /** Returns the file and the text. */
    @Override
    public String toString() {
        return file + ": " + text;
    }
}
