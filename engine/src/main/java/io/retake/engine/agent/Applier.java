package io.retake.engine.agent;

import io.retake.core.edit.Edit;

/** Applies edits to a project. Pure: the same project and edit always give the same outcome. Thread-safe. */
final class Applier {
    private Applier() {}

    /** One step of history for an edit that was done; none for any other outcome. */
    static Outcome apply(Project project, Edit edit) {
        return apply(project, edit, Measurements.NONE);
    }

    /** The same, with what can be measured. */
    static Outcome apply(Project project, Edit edit, Measurements measurements) {
        try {
            return EditRules.of(edit).applied(project, edit, measurements);
        } catch (Impossible e) {
            return new Outcome.Refused(project, e.phrase());
        }
    }
}
