package io.retake.dsl.scope;

import java.util.List;

/**
 * Something that may be wrong with footage: {@code finding.what}, {@code finding.text}, {@code finding.file}, {@code
 * finding.remedies}. Immutable.
 */
public final class Finding {
    private final String file;
    private final String what;
    private final String text;
    private final List<String> remedies;

    /** A finding of that kind in that file; the remedies are sentences for {@code edit}. */
    public Finding(String file, String what, String text, List<String> remedies) {
        this.file = file;
        this.what = what;
        this.text = text;
        this.remedies = List.copyOf(remedies);
    }

    /** The footage. */
    public String getFile() {
        return file;
    }

    /**
     * The kind: {@code cut-off}, {@code lengths}, {@code sync}, {@code drift}, {@code jump-cuts}, {@code shake}, {@code variable-frame-rate}, {@code
     * color-matrix}, {@code rotation}, {@code interlaced}, {@code noise}, {@code low-resolution}, {@code clipping}, {@code
     * loudness} or {@code silence}.
     */
    public String getWhat() {
        return what;
    }

    /** What was measured, for a person. */
    public String getText() {
        return text;
    }

    /** What would help, as sentences for {@code edit}, in the order to be done; empty where nothing is needed. */
    public List<String> getRemedies() {
        return remedies;
    }

    /** The file and the text. */
    @Override
    public String toString() {
        return file + ": " + text;
    }
}
