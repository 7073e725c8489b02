package io.retake.dsl.prompt;

import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.dsl.run.DoneStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays changes, undo, redo, checkpoints and restores, and knows the steps that make the current version. A backend can't
 * answer that: the history in its state counts versions and names checkpoints, and some backends report none.
 */
final class Versions {
    private final List<List<DoneStep>> past = new ArrayList<>();
    private final List<List<DoneStep>> future = new ArrayList<>();
    private final Map<String, List<DoneStep>> checkpoints = new HashMap<>();
    private List<DoneStep> now = List.of();

    /** Returns the steps that make the current version, in order. */
    List<DoneStep> now() {
        return now;
    }

    void change(DoneStep step) {
        List<DoneStep> next = new ArrayList<>(now);
        next.add(step);
        commit(List.copyOf(next));
    }

    private void commit(List<DoneStep> version) {
        past.add(now);
        future.clear();
        now = version;
    }

    /** Applies an edit of the history. */
    void go(Edit edit) {
        if (edit instanceof Undo undo) {
            step(past, future, undo.steps());
        } else if (edit instanceof Redo redo) {
            step(future, past, redo.steps());
        } else if (edit instanceof Checkpoint mark) {
            checkpoints.put(mark.name(), now);
        } else if (edit instanceof Restore restore) {
            found(restore.name()).filter(version -> !version.equals(now)).ifPresent(this::commit);
        }
    }

    private void step(List<List<DoneStep>> from, List<List<DoneStep>> to, int steps) {
        for (int i = 0; i < steps && !from.isEmpty(); i++) {
            to.add(now);
            now = from.remove(from.size() - 1);
        }
    }

    private Optional<List<DoneStep>> found(String name) {
        return Optional.ofNullable(checkpoints.get(name))
                .or(() -> checkpoints.entrySet().stream()
                        .filter(e -> e.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
