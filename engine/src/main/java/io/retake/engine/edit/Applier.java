package io.retake.engine.edit;

import io.retake.core.edit.Edit;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;

/** Applies edits to a project. Pure: the same project and edit always give the same outcome. Thread-safe. */
public final class Applier {
    private Applier() {}

    /** Applies an edit. An edit that changes something adds one step of history; other outcomes add none. */
    public static Outcome apply(Project project, Edit edit) {
        return apply(project, edit, Measurements.NONE);
    }

    /** Applies an edit with measurements of media at hand. */
    public static Outcome apply(Project project, Edit edit, Measurements measurements) {
        try {
            return EditRules.of(edit).applied(project, edit, measurements);
        } catch (EditRejected e) {
            return new Outcome.Refused(project, e.phrase());
        }
    }
}
