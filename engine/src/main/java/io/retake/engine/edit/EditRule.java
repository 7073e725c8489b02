package io.retake.engine.edit;

import io.retake.core.edit.Edit;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.TimelineRules;

/**
 * Applies one type of edit. Pure: the same project and edit always give the same outcome.
 *
 * @param edit the edit's type
 */
record EditRule<E extends Edit>(Class<E> edit, Application<E> application) {

    /** Applies an edit; throws {@link EditRejected} to refuse it. */
    interface Application<E extends Edit> {
        Outcome apply(Project project, E edit, Measurements measurements);
    }

    /** Changes the timeline; returns the same object when nothing needs to change. */
    interface Change<E extends Edit> {
        Result apply(Project project, E edit, Measurements measurements);
    }

    /** A change without measurements. */
    interface PlainChange<E extends Edit> {
        Result apply(Project project, E edit);
    }

    /** A change that uses measurements. */
    interface MeasuredChange<E extends Edit> {
        Result apply(AnalysisEdits measured, E edit);
    }

    /** Creates a rule that needs footage and leaves the timeline unchanged. */
    static <E extends Edit> EditRule<E> onFootage(Class<E> edit, Application<E> application) {
        return new EditRule<>(edit, (project, given, measurements) -> {
            TimelineEdits.requireFootage(project);
            return application.apply(project, given, measurements);
        });
    }

    /** Creates a rule that changes a timeline with footage. */
    static <E extends Edit> EditRule<E> changing(Class<E> edit, Change<E> change) {
        return onFootage(
                edit, (project, given, measurements) -> TimelineEdits.changed(project, given, measurements, change));
    }

    /** Creates a rule that puts footage of the session on a timeline, which may be empty. */
    static <E extends Edit> EditRule<E> placing(Class<E> edit, PlainChange<E> change) {
        return new EditRule<>(edit, (project, given, measurements) -> {
            TimelineRules.requireKept(project.draft());
            return TimelineEdits.changed(
                    project, given, measurements, (before, placed, ignored) -> change.apply(before, placed));
        });
    }

    static <E extends Edit> EditRule<E> plain(Class<E> edit, PlainChange<E> change) {
        return changing(edit, (project, given, measurements) -> change.apply(project, given));
    }

    static <E extends Edit> EditRule<E> measured(Class<E> edit, MeasuredChange<E> change) {
        return changing(
                edit, (project, given, measurements) -> change.apply(new AnalysisEdits(project, measurements), given));
    }

    Outcome applied(Project project, Edit given, Measurements measurements) {
        return application.apply(project, edit.cast(given), measurements);
    }
}
