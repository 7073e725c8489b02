package io.retake.dsl.run;

import io.retake.core.client.message.Reply;
import io.retake.core.client.message.ToolUse;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Sentences;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edit was not completely done: an export after it would not be the requested film. */
final class NotDone extends DslException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 5;
    private static final int LONGEST = 120;
    private static final String GO_ON = ScriptMessages.text("edit.go-on");

    private final boolean changed;
    private final String warning;

    private NotDone(Step.Message step, boolean changed, List<String> why) {
        super(message(step, changed), String.join("\n", why) + "\n" + GO_ON);
        this.changed = changed;
        this.warning = ScriptMessages.text("edit.outcome-why", message(step, changed), String.join(" ", why));
    }

    /** Throws this, unless the run may continue without the message. */
    void failOrWarn(Step.Message step, RunContext run) {
        if (!step.optional() && !run.lenient) {
            throw this;
        }
        run.events.warn(warning);
    }

    /** Returns whether a part of it was done, so that the timeline changed. */
    boolean changed() {
        return changed;
    }

    /** Returns the parts of a message that a backend's reply leaves undone; empty when it was done, or already so. */
    static Optional<NotDone> of(Step.Message step, Reply reply) {
        boolean changed = reply.change().timelineChanged();
        List<String> undone = reply.tools().stream()
                .filter(tool -> !isDone(tool))
                .map(NotDone::why)
                .toList();
        if (!undone.isEmpty()) {
            return Optional.of(new NotDone(step, changed, few(undone)));
        }
        boolean told = reply.tools().stream().anyMatch(NotDone::tells);
        boolean looks =
                Sentences.valid(step.sentence()).filter(NotDone::onlyLooks).isPresent();
        return changed || told || looks
                ? Optional.empty()
                : Optional.of(new NotDone(step, false, List.of(ScriptMessages.text("edit.unreported"))));
    }

    /**
     * Creates the failure of a message that an interrupted run had partly done: sending it again would repeat that
     * part.
     */
    static NotDone before(Step.Message step) {
        return new NotDone(step, true, List.of(ScriptMessages.text("edit.sent-before")));
    }

    /**
     * Returns whether a tool did its work. Only the engine reports that; other backends report only that they used a
     * tool.
     */
    static boolean isDone(ToolUse tool) {
        return tool.result() == null || tool.result().path("done").asBoolean(true);
    }

    private static boolean tells(ToolUse tool) {
        return tool.result() != null && tool.result().path("done").isBoolean();
    }

    private static boolean onlyLooks(Edit edit) {
        return edit instanceof Diagnose || edit instanceof FindScenes || edit instanceof Checkpoint;
    }

    private static String message(Step.Message step, boolean changed) {
        String said = step.isVerb() ? step.said() : "edit '" + TerminalText.excerpt(step.said(), LONGEST) + "'";
        return ScriptMessages.text(changed ? "edit.partly-done" : "edit.not-done", said);
    }

    static String why(ToolUse refused) {
        String why =
                refused.result() == null ? "" : refused.result().path("result").asText("");
        return TerminalText.clean(why.isBlank() ? ScriptMessages.text("edit.refused") : why);
    }

    private static List<String> few(List<String> undone) {
        List<String> lines =
                new ArrayList<>(undone.stream().distinct().limit(MOST_TOLD).toList());
        long more = undone.stream().distinct().count() - lines.size();
        if (more > 0) {
            lines.add(ScriptMessages.text("list.more-lines", more));
        }
        return lines;
    }
}
