package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of history: undo, redo, and checkpoints. */
final class VersionEdits {
    private static final int LONGEST_NAME = 100;

    private VersionEdits() {}

    static Outcome undo(Project project, Undo undo) {
        int possible = project.past().size();
        if (possible == 0) {
            throw EditRejected.of("version.nothing-to-undo");
        }
        if (undo.steps() > possible) {
            throw EditRejected.of("version.too-few-to-undo", undo.steps(), possible, possible);
        }
        return new Outcome.Done(
                project.undo(undo.steps()),
                undo.steps() == 1 ? Phrase.of("version.undone") : Phrase.of("version.several-undone", undo.steps()));
    }

    static Outcome redo(Project project, Redo redo) {
        int possible = project.future().size();
        if (possible == 0) {
            throw EditRejected.of("version.nothing-to-redo");
        }
        if (redo.steps() > possible) {
            throw EditRejected.of("version.too-few-to-redo", redo.steps(), possible);
        }
        return new Outcome.Done(
                project.redo(redo.steps()),
                redo.steps() == 1 ? Phrase.of("version.redone") : Phrase.of("version.several-redone", redo.steps()));
    }

    static Outcome checkpoint(Project project, Checkpoint edit) {
        if (edit.name().length() > LONGEST_NAME) {
            throw EditRejected.of("version.name-too-long", LONGEST_NAME);
        }
        boolean replaces = project.checkpoints().containsKey(edit.name());
        return new Outcome.Done(
                project.remember(edit.name()),
                replaces ? Phrase.of("version.saved-again", edit.name()) : Phrase.of("version.saved", edit.name()));
    }

    static Outcome restore(Project project, Restore edit) {
        Draft kept = found(project.checkpoints(), edit.name()).orElseThrow(() -> missing(project, edit.name()));
        return kept.equals(project.draft())
                ? new Outcome.Unchanged(project, Phrase.of("version.same", edit.name()))
                : new Outcome.Done(project.commit(kept), Phrase.of("version.restored", edit.name()));
    }

    private static Optional<Draft> found(Map<String, Draft> checkpoints, String name) {
        List<Draft> same = checkpoints.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
        return Optional.ofNullable(checkpoints.get(name))
                .or(() -> same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty());
    }

    private static EditRejected missing(Project project, String name) {
        return project.checkpoints().isEmpty()
                ? EditRejected.of("version.no-checkpoints", name)
                : EditRejected.of(
                        "version.no-such-checkpoint",
                        name,
                        String.join(", ", project.checkpoints().keySet()));
    }
}
