package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.client.ClientException;
import io.retake.core.client.Reply;
import io.retake.core.client.ReplyListener;
import io.retake.core.client.ToolUse;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.DslException;
import io.retake.dsl.plan.Step;
import java.time.Duration;
import java.util.Optional;

/** Sends a step's sentence and tells what comes back. */
final class Conversation {
    private final RunContext run;
    private final SessionRun session;

    Conversation(RunContext run, SessionRun session) {
        this.run = run;
        this.session = session;
    }

    /** The backend's answer, or what changed when it gives none. */
    String send(Step.Message step, SessionRun.StepCall call) {
        Optional<String> arrived =
                call.earlier().filter(e -> e.result.isEmpty()).flatMap(this::whatItDid);
        if (arrived.isPresent()) {
            return arrived.get();
        }
        Telling telling = new Telling();
        Reply reply = reply(step, call, telling);
        telling.rest();
        run.replied(reply);
        if (reply.silent()) {
            run.events.say(RunEvent.Speaker.RETAKE, reply.summary());
        }
        if (step.isVerb()) {
            requireDone(step, reply);
        }
        boolean changed = reply.change().timelineChanged();
        Optional<String> timeline = reply.state().draft().map(Draft::summary).map(TerminalText::clean);
        boolean seen =
                changed || timeline.filter(line -> reply.text().contains(line)).isPresent();
        if (changed) {
            timeline.filter(line -> !reply.text().contains(line) && !reply.silent())
                    .ifPresent(line -> run.events.say(RunEvent.Speaker.RETAKE, line));
        } else if (reply.tools().stream().noneMatch(Conversation::isDone)) {
            run.events.warn("'" + step.said() + "' left the timeline as it was.");
        }
        new WindowHints(run).act(reply, seen);
        return reply.summary();
    }

    private Reply reply(Step.Message step, SessionRun.StepCall call, ReplyListener telling) {
        run.sending(step.said());
        try {
            return run.client().send(call.session(), step.sentence(), telling, run.cancellation);
        } catch (ClientException.Cancelled cancelled) {
            if (!run.connection.local()) {
                run.events.warn("A message can't be taken back: the backend may go on with it. Look at the timeline"
                        + " before you send it again.");
            }
            throw cancelled;
        } finally {
            run.sent();
        }
    }

    /** A verb says exactly what should happen: a film without it is not the film that was asked for. */
    private static void requireDone(Step.Message step, Reply reply) {
        reply.tools().stream().filter(tool -> !isDone(tool)).findFirst().ifPresent(refused -> {
            JsonNode result = refused.result();
            String why = result == null ? "" : result.path("result").asText("");
            throw new DslException(
                    "'" + step.said() + "' can't be done: "
                            + TerminalText.clean(why.isBlank() ? "the backend refused it." : why),
                    "Nothing was changed by it; correct the statement and run the script again.");
        });
    }

    /** Only the engine says so; of another backend's tools no more is known than that they were used. */
    private static boolean isDone(ToolUse tool) {
        JsonNode result = tool.result();
        return result == null || result.path("done").asBoolean(true);
    }

    /** A message that an interrupted run was sending: sent again only when the timeline shows that it did nothing. */
    private Optional<String> whatItDid(Past.PastStep earlier) {
        if (session.fingerprint().equals(earlier.before)) {
            return Optional.empty();
        }
        String timeline = session.state().draft().map(Draft::summary).orElse("an empty timeline");
        String told = "The interrupted run's message had arrived; it is not sent twice. Now: " + timeline;
        run.events.say(RunEvent.Speaker.RETAKE, told);
        return Optional.of(told);
    }

    /** Tells what comes as it comes, a whole line at a time: half a line would be shown as if it were one. */
    private final class Telling implements ReplyListener {
        private final StringBuilder words = new StringBuilder();

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
            words.append("… (incomplete)");
            rest();
        }

        @Override
        public void waiting(Duration sofar) {
            run.events.say(RunEvent.Speaker.RETAKE, "Still at work, for " + sofar.toMinutes() + " minutes.");
        }

        @Override
        public void generated(JsonNode media) {
            String name = media.path("filename").asText(media.path("name").asText("a clip"));
            run.events.say(RunEvent.Speaker.RETAKE, "Generated: " + name + ".");
        }

        @Override
        public void broken(String reason) {
            run.events.warn(Character.toUpperCase(reason.charAt(0)) + reason.substring(1)
                    + ". The message is not sent again; Retake reads the timeline to see what it did.");
        }

        @Override
        public void looking(int look, int looks, Duration pause) {
            run.events.say(
                    RunEvent.Speaker.RETAKE,
                    "Checking the timeline in " + pause.toSeconds() + " s (" + look + " of up to " + looks + ").");
        }
    }
}
