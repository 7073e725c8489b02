package io.retake.dsl.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.client.message.ToolUse;
import io.retake.core.edit.Edit;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Sentences;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.plan.Step;
import io.retake.dsl.run.DoneStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A step that was done, as a script says it. */
final class StepText {
    private static final Set<String> BACK = Set.of("undo", "redo", "restore", "checkpoint");

    private StepText() {}

    /** @param frozen whether a sentence is written as the verbs that the backend made of it, where it said which */
    static String of(DoneStep done, boolean frozen) {
        if (done.step() instanceof Step.Message message) {
            if (message.isVerb()) {
                return message.said();
            }
            List<Edit> edits = frozen ? edits(done) : List.of();
            return edits.isEmpty()
                    ? "edit " + Notations.TEXT.script(message.said())
                            + (isOptional(done, message) ? ", optional: true" : "")
                    : edits.stream()
                            .map(edit -> Vocabulary.of(edit).script(edit))
                            .collect(Collectors.joining("\n"));
        }
        if (done.step() instanceof Step.Upload upload) {
            List<String> files = new ArrayList<>();
            upload.files().forEach(file -> files.add(Notations.TEXT.script(file.toString())));
            upload.addresses().forEach(address -> files.add(Notations.TEXT.script(address.toString())));
            return "upload " + String.join(", ", files);
        }
        return done.step() instanceof Step.Export export
                ? export.script()
                : done.step().text();
    }

    /** What was done in part only would end a run there. */
    private static boolean isOptional(DoneStep done, Step.Message message) {
        return message.optional()
                || done.tools().stream()
                        .map(ToolUse::result)
                        .anyMatch(
                                result -> result != null && !result.path("done").asBoolean(true));
    }

    /** Whether it has words that freezing would put verbs for. */
    static boolean freezes(DoneStep done) {
        return done.step() instanceof Step.Message message && !message.isVerb();
    }

    /** A sentence that the backend made nothing of would make nothing again. */
    static boolean didSomething(DoneStep done) {
        return !(done.step() instanceof Step.Message)
                || done.changed()
                || !edits(done).isEmpty();
    }

    /** The edit that went back or forth in the history, as the backend says or as it was said. */
    static Optional<Edit> back(DoneStep done) {
        if (!(done.step() instanceof Step.Message message)) {
            return Optional.empty();
        }
        List<Edit> edits = edits(done);
        return edits.isEmpty()
                ? Sentences.read(message.sentence()).filter(StepText::isBack)
                : edits.stream().filter(StepText::isBack).findFirst();
    }

    static boolean isBack(Edit edit) {
        return BACK.contains(Vocabulary.of(edit).name());
    }

    /** What a backend says it did, read by the vocabulary; nothing when it says it in words of its own. */
    static List<Edit> edits(DoneStep step) {
        List<Edit> edits = new ArrayList<>();
        for (ToolUse tool : step.tools()) {
            JsonNode result = tool.result();
            boolean done = result != null && result.path("done").asBoolean(false);
            if (done && tool.arguments().isObject()) {
                try {
                    ObjectNode json = tool.arguments().deepCopy();
                    edits.add(Vocabulary.fromJson(json.put("op", tool.name())));
                } catch (RuntimeException unknown) {
                    return List.of();
                }
            }
        }
        return edits;
    }
}
