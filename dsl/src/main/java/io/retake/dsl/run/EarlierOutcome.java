package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.journal.RecordedStep;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Determines the outcome of a step that an interrupted run had begun, and whose end its journal lacks. A message may
 * have reached the backend, which may still be working on it: Retake waits for it as after a broken stream. An unknown
 * outcome is reported; nothing that may have arrived is sent again automatically.
 */
final class EarlierOutcome {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private final RunContext run;
    private final SessionRun session;

    EarlierOutcome(RunContext run, SessionRun session) {
        this.run = run;
        this.session = session;
    }

    /** The action to take now. */
    sealed interface Verdict {
        /** It had no effect and will have none: do it. */
        record NoEffect() implements Verdict {}

        /**
         * The backend did it.
         *
         * @param result its result, if that is a list of files
         */
        record Arrived(Optional<JsonNode> result) implements Verdict {}

        /** The session is unusable: do everything in a new one. */
        record StartOver(String why) implements Verdict {}
    }

    Verdict of(Step step, RecordedStep earlier) {
        if (step instanceof Step.Message message) {
            return message(message, earlier);
        }
        return step instanceof Step.Upload upload ? upload(upload, earlier) : new Verdict.NoEffect();
    }

    private Verdict message(Step.Message step, RecordedStep earlier) {
        if (!earlier.sent()) {
            return new Verdict.NoEffect();
        }
        boolean changed = changedSince(earlier);
        if (earlier.failure().isPresent()) {
            return failed(step, earlier, changed);
        }
        if (run.backendDied()) {
            return !changed
                    ? new Verdict.NoEffect()
                    : step.isVerb()
                            ? arrived(step)
                            : new Verdict.StartOver(ScriptMessages.text("resume.redo-unclear", step.said()));
        }
        if (changed || waited(step.said(), earlier).isPresent()) {
            return arrived(step);
        }
        if (run.resend()) {
            return new Verdict.NoEffect();
        }
        throw new DslException(
                ScriptMessages.text("resume.unknown-outcome", step.said(), clock(earlier.sentAt())),
                ScriptMessages.text("resume.unknown-outcome-advice"));
    }

    /** Handles a message that certainly failed: it is sent again, unless it had changed something before. */
    private Verdict failed(Step.Message step, RecordedStep earlier, boolean changed) {
        String said = step.said();
        if (!changed) {
            return new Verdict.NoEffect();
        }
        if (run.backendDied()) {
            return new Verdict.StartOver(ScriptMessages.text("resume.redo-partly-failed", said));
        }
        if (earlier.undone()) {
            NotDone.before(step).failOrWarn(step, run);
            return arrived(step);
        }
        throw new DslException(
                ScriptMessages.text(
                        "resume.failed-after-change", said, earlier.failure().orElse("")),
                ScriptMessages.text("resume.failed-after-change-advice"));
    }

    private Verdict arrived(Step.Message step) {
        String now = Conversation.timeline(session.state(), run)
                .map(timeline -> ScriptMessages.text("resume.timeline", timeline))
                .orElse("");
        run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("resume.already-done", step.said(), now));
        return new Verdict.Arrived(Optional.empty());
    }

    private Verdict upload(Step.Upload step, RecordedStep earlier) {
        if (!session.spoken()) {
            // Uploads are free, and in a new session none of them can be there twice.
            return new Verdict.StartOver(ScriptMessages.text("resume.redo-upload"));
        }
        SessionState now = session.state();
        boolean unchanged = !changed(earlier).test(now);
        if (earlier.failure().isPresent() || run.backendDied()) {
            return unchanged
                    ? new Verdict.NoEffect()
                    : new Verdict.StartOver(ScriptMessages.text("resume.upload-incomplete"));
        }
        SessionState later = unchanged ? waited(step.text(), earlier).orElse(now) : now;
        List<JsonNode> media = later.videoInfos();
        int wanted = step.files().size() + step.addresses().size();
        if (!changed(earlier).test(later)) {
            return new Verdict.NoEffect();
        }
        if (media.size() - earlier.media() == wanted) {
            ArrayNode files = JsonNodeFactory.instance.arrayNode();
            files.addAll(media.subList(earlier.media(), media.size()));
            return new Verdict.Arrived(Optional.of(files));
        }
        throw new DslException(
                ScriptMessages.text("resume.upload-unclear", step.text()),
                ScriptMessages.text("resume.upload-unclear-advice"));
    }

    private Optional<SessionState> waited(String what, RecordedStep earlier) {
        if (run.resend()) {
            return Optional.empty();
        }
        run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("resume.awaited", what, clock(earlier.sentAt())));
        return run.client().awaitChange(session.ref(), changed(earlier), Conversation.looks(run), run.cancellation);
    }

    /** Returns whether the session has changed since before that step. */
    boolean changedSince(RecordedStep earlier) {
        return changed(earlier).test(session.state());
    }

    private static Predicate<SessionState> changed(RecordedStep earlier) {
        return state -> !PromptRuns.fingerprint(state).equals(earlier.draft())
                || state.videoInfos().size() != earlier.media()
                || state.generatedMedia().size() != earlier.generated();
    }

    private static String clock(Instant sent) {
        return CLOCK.format(sent);
    }
}
