package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.message.Reply;
import io.retake.core.client.message.ReplyListener;
import io.retake.core.draft.Draft;
import io.retake.core.draft.InvalidDraft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.time.Duration;
import java.util.Optional;

/** Sends a step's sentence and reports the reply. */
final class Conversation {
    private final RunContext run;
    private final SessionRun session;

    Conversation(RunContext run, SessionRun session) {
        this.run = run;
        this.session = session;
    }

    /**
     * Returns the backend's answer, or a description of the changes when it gives none.
     *
     * @throws NotDone when a part of it was not done, unless the run may continue without it
     */
    String send(Step.Message step, StepCall call) {
        if (call.arrived()) {
            return timeline(session.state(), run).orElse("");
        }
        ReplyReporter reporter = new ReplyReporter(call);
        Reply reply = reply(step, call, reporter);
        reporter.rest();
        session.replied(reply);
        if (reply.silent()) {
            run.events.say(RunEvent.Speaker.RETAKE, reply.summary());
        }
        if (step.isVerb()) {
            requireDone(step, reply);
        }
        boolean changed = reply.change().timelineChanged();
        Optional<String> timeline = timeline(reply.state(), run);
        boolean seen =
                changed || timeline.filter(line -> reply.text().contains(line)).isPresent();
        if (changed) {
            timeline.filter(line -> !reply.text().contains(line) && !reply.silent())
                    .ifPresent(line -> run.events.say(RunEvent.Speaker.RETAKE, line));
        }
        new WindowHints(run).act(reply, seen);
        NotDone.of(step, reply).ifPresent(undone -> undone.failOrWarn(step, run));
        return reply.summary();
    }

    private Reply reply(Step.Message step, StepCall call, ReplyListener reporter) {
        run.sending(step.said());
        try {
            return run.client().send(call.session(), step.sentence(), reporter, run.cancellation);
        } catch (ClientException.Cancelled cancelled) {
            if (!run.connection.local()) {
                run.events.warn(ScriptMessages.text("message.not-canceled"));
            }
            throw cancelled;
        } finally {
            run.sent(step.said());
        }
    }

    /** Requires a verb to be done exactly: a film without it is not the requested one. */
    private static void requireDone(Step.Message step, Reply reply) {
        reply.tools().stream().filter(tool -> !NotDone.isDone(tool)).findFirst().ifPresent(refused -> {
            throw new DslException(
                    ScriptMessages.text("edit.failed", step.said(), NotDone.why(refused)),
                    ScriptMessages.text("edit.failed-advice"));
        });
    }

    /** Reports each poll for the outcome of a message. */
    static ReplyListener looks(RunContext run) {
        return new ReplyListener() {
            @Override
            public void looking(int look, int looks, Duration pause) {
                run.events.say(
                        RunEvent.Speaker.RETAKE,
                        ScriptMessages.text("progress.looking", pause.toSeconds(), look, looks));
            }
        };
    }

    /**
     * Returns the timeline in one line. The backend's result may be invalid, and the statement that repairs it must be
     * possible.
     */
    static Optional<String> timeline(SessionState state, RunContext run) {
        try {
            return state.draft().map(Draft::summary).map(TerminalText::clean);
        } catch (InvalidDraft wrong) {
            run.events.warn(ScriptMessages.text("timeline.invalid", wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** Reports a reply as it arrives, a whole line at a time: half a line would be displayed as a whole one. */
    private final class ReplyReporter implements ReplyListener {
        private final StringBuilder words = new StringBuilder();
        private final StepCall call;

        ReplyReporter(StepCall call) {
            this.call = call;
        }

        @Override
        public void sending() {
            call.sending();
        }

        @Override
        public void text(String text) {
            words.append(text);
            int end = words.lastIndexOf("\n");
            if (end >= 0) {
                run.events.say(RunEvent.Speaker.BACKEND, words.substring(0, end));
                words.delete(0, end + 1);
            }
        }

        void rest() {
            run.events.say(RunEvent.Speaker.BACKEND, words.toString());
            words.setLength(0);
        }

        @Override
        public void incomplete(String reason) {
            words.append(ScriptMessages.text("reply.incomplete"));
            rest();
        }

        @Override
        public void waiting(Duration sofar) {
            run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("progress.still-working", sofar.toMinutes()));
        }

        @Override
        public void generated(JsonNode media) {
            String name =
                    media.path("filename").asText(media.path("name").asText(ScriptMessages.text("generated.clip")));
            run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("generated.media", name));
        }

        @Override
        public void broken(String reason) {
            run.events.warn(ScriptMessages.text(
                    "message.broken", Character.toUpperCase(reason.charAt(0)), reason.substring(1)));
        }

        @Override
        public void looking(int look, int looks, Duration pause) {
            looks(run).looking(look, looks, pause);
        }
    }
}
