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

/** Writes a completed step as a statement. */
final class StepText {
    private static final Set<String> BACK = Set.of("undo", "redo", "restore", "checkpoint");

    private StepText() {}

    /**
     * Writes a step.
     *
     * @param frozen whether a sentence is written as the verbs that the backend reported for it, if any
     */
    static String of(DoneStep done, boolean frozen) {
        if (done.step() instanceof Step.Message message) {
            if (message.isVerb()) {
                return message.said();
            }
            List<Edit> edits = frozen || isOffered(done) ? edits(done) : List.of();
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
            return "upload " + String.join(", ", files) + (upload.place() ? "" : ", place: false");
        }
        return done.step() instanceof Step.Export export
                ? export.script()
                : done.step().text();
    }

    /** Returns whether the message is optional: one that was only partly done would end a run there. */
    private static boolean isOptional(DoneStep done, Step.Message message) {
        return message.optional()
                || done.tools().stream()
                        .map(ToolUse::result)
                        .anyMatch(
                                result -> result != null && !result.path("done").asBoolean(true));
    }

    /** Returns whether it accepted an offer: "yes" alone means nothing in a script. */
    static boolean isOffered(DoneStep done) {
        return done.tools().stream()
                .map(ToolUse::result)
                .anyMatch(result -> result != null && result.path("offered").asBoolean(false));
    }

    /** Returns whether it is a sentence that freezing would replace with verbs. */
    static boolean freezes(DoneStep done) {
        return done.step() instanceof Step.Message message && !message.isVerb();
    }

    /** Returns whether the backend did something; a sentence without effect would have none again. */
    static boolean didSomething(DoneStep done) {
        return !(done.step() instanceof Step.Message)
                || done.changed()
                || !edits(done).isEmpty();
    }

    /** Returns the undo, redo or restore of a step, from the backend's report or from its text. */
    static Optional<Edit> back(DoneStep done) {
        if (!(done.step() instanceof Step.Message message)) {
            return Optional.empty();
        }
        List<Edit> edits = edits(done);
        return edits.isEmpty()
                ? Sentences.valid(message.sentence()).filter(StepText::isBack)
                : edits.stream().filter(StepText::isBack).findFirst();
    }

    static boolean isBack(Edit edit) {
        return BACK.contains(Vocabulary.of(edit).name());
    }

    /** Returns the edits that a backend reports, parsed by the vocabulary; empty when it uses words of its own. */
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
