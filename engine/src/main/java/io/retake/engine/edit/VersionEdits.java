package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.engine.agent.read.Phrase;
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
            throw EditRejected.of("There is nothing to undo.", "还没有可以撤销的修改。");
        }
        if (undo.steps() > possible) {
            throw EditRejected.of(
                    "Can't undo %s changes: there are only %s. To undo all of them, say undo %s.",
                    "无法撤销 %s 步：一共只有 %s 步修改。要全部撤销，请说“撤销 %s 步”。", undo.steps(), possible, possible);
        }
        return new Outcome.Done(
                project.undo(undo.steps()),
                undo.steps() == 1
                        ? Phrase.of("Undid the last change.", "撤销了上一步修改。")
                        : Phrase.of("Undid the last %s changes.", "撤销了最近 %s 步修改。", undo.steps()));
    }

    static Outcome redo(Project project, Redo redo) {
        int possible = project.future().size();
        if (possible == 0) {
            throw EditRejected.of(
                    "There is nothing to redo: nothing was undone, or another change followed.",
                    "没有可以重做的修改：没有撤销过，或之后又做了新的修改。");
        }
        if (redo.steps() > possible) {
            throw EditRejected.of(
                    "Can't redo %s changes: only %s were undone.", "无法重做 %s 步：只撤销了 %s 步。", redo.steps(), possible);
        }
        return new Outcome.Done(
                project.redo(redo.steps()),
                redo.steps() == 1
                        ? Phrase.of("Redid the change.", "已重做一步修改。")
                        : Phrase.of("Redid %s changes.", "已重做 %s 步修改。", redo.steps()));
    }

    static Outcome checkpoint(Project project, Checkpoint edit) {
        if (edit.name().length() > LONGEST_NAME) {
            throw EditRejected.of("A checkpoint's name has at most %s characters.", "存档名最多 %s 个字符。", LONGEST_NAME);
        }
        boolean replaces = project.checkpoints().containsKey(edit.name());
        return new Outcome.Done(
                project.remember(edit.name()),
                replaces
                        ? Phrase.of(
                                "Saved the checkpoint \"%s\", replacing the earlier one.",
                                "已存档为“%s”，替换了之前的同名存档。", edit.name())
                        : Phrase.of("Saved the checkpoint \"%s\".", "已存档为“%s”。", edit.name()));
    }

    static Outcome restore(Project project, Restore edit) {
        Draft kept = found(project.checkpoints(), edit.name()).orElseThrow(() -> missing(project, edit.name()));
        return kept.equals(project.draft())
                ? new Outcome.Unchanged(
                        project, Phrase.of("The timeline is already as in \"%s\".", "时间线已经和“%s”一样。", edit.name()))
                : new Outcome.Done(project.commit(kept), Phrase.of("Restored \"%s\".", "已恢复到“%s”。", edit.name()));
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
                ? EditRejected.of(
                        "There are no checkpoints. Save one first: save the checkpoint \"%s\".",
                        "还没有存档。请先存档：保存存档“%s”。", name)
                : EditRejected.of(
                        "There is no checkpoint \"%s\". Checkpoints: %s.",
                        "没有名为“%s”的存档；现有：%s。",
                        name,
                        String.join(", ", project.checkpoints().keySet()));
    }
}
