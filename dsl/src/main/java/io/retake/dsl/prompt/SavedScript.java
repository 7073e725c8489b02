package io.retake.dsl.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.client.ToolUse;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Vocabulary;
import io.retake.dsl.plan.Step;
import io.retake.dsl.run.DoneStep;
import io.retake.dsl.run.RunEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what was typed as a script that makes the same timeline: what failed, was undone or only looked is left out.
 * An entry all of whose changes stand is written as it was typed; of one that was undone in part, the steps that stand.
 */
public final class SavedScript {
    private static final Set<String> BACK = Set.of("undo", "redo", "restore", "checkpoint");
    private final boolean frozen;
    private final List<Line> lines = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> undone = new ArrayList<>();
    private final Map<String, Integer> checkpoints = new HashMap<>();

    private SavedScript(boolean frozen) {
        this.frozen = frozen;
    }

    /**
     * The script.
     *
     * @param title what the session is called; its exports are named after it
     * @param frozen whether sentences are written as the verbs that the backend made of them, where it said which
     */
    public static String of(String title, List<Entry> entries, boolean frozen) {
        SavedScript script = new SavedScript(frozen);
        entries.forEach(script::take);
        return script.text(title);
    }

    private void take(Entry entry) {
        if (entry.steps().isEmpty()) {
            boolean declares = entry.kind() == Reading.Kind.STATEMENT && entry.state() == RunEvent.State.DONE;
            if (declares && !looks(entry.text())) {
                lines.add(new Line(entry, List.of()));
            }
            return;
        }
        List<Change> made = new ArrayList<>();
        for (DoneStep step : entry.steps()) {
            Optional<Edit> back = back(step);
            if (back.isPresent()) {
                go(back.get());
            } else if (didSomething(step)) {
                Change change = new Change(step);
                made.add(change);
                if (step.changed()) {
                    changes.add(change);
                    undone.clear();
                }
            }
        }
        if (!made.isEmpty()) {
            lines.add(new Line(entry, made));
        }
    }

    /** A sentence that the backend made nothing of would make nothing again. */
    private static boolean didSomething(DoneStep step) {
        return !(step.step() instanceof Step.Message)
                || step.changed()
                || !edits(step).isEmpty();
    }

    /** A value that was only shown. */
    private static boolean looks(String text) {
        return text.matches(
                "(?s)[\\p{L}_$][\\p{L}\\p{N}_$.]*(?:\\(\\))?|timeline.*|credits.*|println .*|scenes\\(\\)|diagnose\\(\\)");
    }

    /** Whether the step went back and forth in the history, as the backend says or as it was said. */
    private static Optional<Edit> back(DoneStep step) {
        if (!(step.step() instanceof Step.Message message)) {
            return Optional.empty();
        }
        List<Edit> edits = edits(step);
        if (edits.isEmpty()) {
            return io.retake.core.edit.Sentences.read(message.sentence()).filter(SavedScript::isBack);
        }
        return edits.stream().filter(SavedScript::isBack).findFirst();
    }

    private static boolean isBack(Edit edit) {
        return BACK.contains(Vocabulary.of(edit).name());
    }

    private void go(Edit edit) {
        if (edit instanceof io.retake.core.edit.Undo) {
            if (!changes.isEmpty()) {
                undone.add(take(changes.size() - 1));
            }
        } else if (edit instanceof io.retake.core.edit.Redo) {
            if (!undone.isEmpty()) {
                Change again = undone.remove(undone.size() - 1);
                again.stands = true;
                changes.add(again);
            }
        } else if (edit instanceof io.retake.core.edit.Checkpoint mark) {
            checkpoints.put(mark.name(), changes.size());
        } else if (edit instanceof io.retake.core.edit.Restore restore) {
            int to = checkpoints.getOrDefault(restore.name(), changes.size());
            while (changes.size() > to) {
                undone.add(take(changes.size() - 1));
            }
        }
    }

    private Change take(int index) {
        Change change = changes.remove(index);
        change.stands = false;
        return change;
    }

    private String text(String title) {
        StringBuilder declared = new StringBuilder();
        StringBuilder block = new StringBuilder();
        for (Line line : lines) {
            String text = written(line);
            boolean outside = line.changes.isEmpty()
                    && line.entry.text().matches("(?s)\\s*(?:import|class|enum|record|interface)\\b.*");
            (outside ? declared : block).append(text.isEmpty() ? "" : (outside ? text : indented(text)) + "\n");
        }
        return declared + (declared.isEmpty() ? "" : "\n") + "session(" + quoted(title) + ") {\n" + block + "}\n";
    }

    private String written(Line line) {
        boolean whole = line.entry.state() == RunEvent.State.DONE
                && line.changes.stream().allMatch(c -> c.stands)
                && line.entry.steps().size() == line.changes.size();
        if (whole && line.entry.kind() == Reading.Kind.STATEMENT && !freezes(line)) {
            return line.entry.text();
        }
        return line.changes.stream()
                .filter(change -> change.stands)
                .filter(change ->
                        line.entry.state() == RunEvent.State.DONE || !(change.step.step() instanceof Step.Export))
                .map(this::written)
                .collect(Collectors.joining("\n"));
    }

    private boolean freezes(Line line) {
        return frozen
                && line.changes.stream()
                        .anyMatch(c -> c.step.step() instanceof Step.Message message && !message.isVerb());
    }

    private String written(Change change) {
        if (change.step.step() instanceof Step.Message message) {
            if (message.isVerb()) {
                return message.said();
            }
            List<Edit> edits = edits(change.step);
            if (frozen && !edits.isEmpty()) {
                return edits.stream()
                        .map(edit -> Vocabulary.of(edit).script(edit))
                        .collect(Collectors.joining("\n"));
            }
            return "edit " + quoted(message.said());
        }
        if (change.step.step() instanceof Step.Upload upload) {
            List<String> files = new ArrayList<>();
            upload.files().forEach(file -> files.add(quoted(file.toString())));
            upload.addresses().forEach(address -> files.add(quoted(address.toString())));
            return "upload " + String.join(", ", files);
        }
        return change.step.step().text();
    }

    /** What a backend says it did, read by the vocabulary; nothing when it says it in words of its own. */
    static List<Edit> edits(DoneStep step) {
        List<Edit> edits = new ArrayList<>();
        for (ToolUse tool : step.tools()) {
            JsonNode result = tool.result();
            boolean done = result != null && result.path("done").asBoolean(false);
            if (done && tool.arguments().isObject()) {
                try {
                    com.fasterxml.jackson.databind.node.ObjectNode json =
                            tool.arguments().deepCopy();
                    edits.add(Vocabulary.fromJson(json.put("op", tool.name())));
                } catch (RuntimeException unknown) {
                    return List.of();
                }
            }
        }
        return edits;
    }

    private static String indented(String text) {
        return text.lines().map(line -> line.isBlank() ? line : "    " + line).collect(Collectors.joining("\n"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /** An entry, and what it changed. */
    private record Line(Entry entry, List<Change> changes) {}

    /** A step, and whether it still stands. */
    private static final class Change {
        final DoneStep step;
        boolean stands = true;

        Change(DoneStep step) {
            this.step = step;
        }
    }
}
