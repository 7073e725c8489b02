package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.RetakeException;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.message.Reply;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.journal.RecordedSession;
import io.retake.dsl.journal.RecordedStep;
import io.retake.dsl.journal.StepFingerprint;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.StepTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session in a run: opens it when the first step needs it, does its steps in order, and skips those that an
 * interrupted run had done with the same inputs. Its title and its steps identify the session to resume. Used by the
 * thread that runs the block.
 */
final class SessionRun {
    private final RunContext run;
    private final String title;
    private final Continuation past;
    private final List<Repeatable> changes = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final List<Path> footage = new ArrayList<>();
    private Optional<StandingSession> standing = Optional.empty();
    private @Nullable SessionRef ref;
    private int number;
    private boolean spoken;
    private boolean touched;
    private volatile Thread owner = Thread.currentThread();
    private @Nullable Reply reply;

    SessionRun(RunContext run, String title) {
        this.run = run;
        this.title = title;
        this.past = new Continuation(run, title);
    }

    /** Creates a part of a prompt's session: the work of one entry in it. */
    SessionRun(RunContext run, StandingSession session) {
        this(run, session.title());
        number = session.number;
        standing = Optional.of(session);
    }

    String title() {
        return title;
    }

    /** Returns an object that identifies this session within the run. */
    Object identity() {
        return standing.isPresent() ? standing.get() : this;
    }

    /** Moves the session to this thread. */
    void belongsHere() {
        owner = Thread.currentThread();
    }

    /**
     * Rejects calls from another thread: concurrent calls would change the same timeline, or each other's.
     *
     * @param said for the message
     */
    void requireOwner(String said) {
        if (!owner.equals(Thread.currentThread())) {
            throw OpenSessions.wrongThread(said, title, owner);
        }
    }

    /** Records the backend's reply to the message of the current step. */
    void replied(Reply answer) {
        reply = answer;
    }

    private @Nullable Reply takeReply() {
        Reply answer = reply;
        reply = null;
        return answer;
    }

    /** Returns the names of the files in the session. */
    Set<String> files() {
        return standing.map(session -> session.files).orElse(files);
    }

    /** Returns the paths of the files uploaded to it from this machine, in order. */
    List<Path> footage() {
        return standing.map(session -> session.footage).orElse(footage);
    }

    /** Returns whether a message was done in it: repeating steps from then on may cost credits. */
    boolean spoken() {
        return spoken;
    }

    /** Returns the session at the backend. */
    SessionRef ref() {
        SessionRef known = ref;
        if (known == null) {
            known = standing.map(session -> session.ref(this::openNew, this::record))
                    .orElseGet(this::takenUpOrOpen);
            ref = known;
        }
        return known;
    }

    SessionState state() {
        return run.client().state(ref(), run.cancellation);
    }

    private SessionRef takenUpOrOpen() {
        Optional<RecordedSession> earlier = past.claim();
        if (earlier.isPresent()) {
            return goOnIn(earlier.get());
        }
        number = run.nextSession();
        return openNew();
    }

    private SessionRef goOnIn(RecordedSession earlier) {
        number = earlier.number();
        ref = earlier.ref();
        return earlier.ref();
    }

    private SessionRef openNew() {
        SessionRef opened = run.client().openSession(title, "en", run.cancellation);
        record(opened);
        return opened;
    }

    private void record(SessionRef known) {
        run.connection.engineFolder().ifPresent(folder -> run.journal.write("engine", l -> l.put("folder", folder)));
        run.journal.write(
                "session",
                line -> line.put("session", number)
                        .put("title", title)
                        .put("taskId", known.taskId())
                        .put("sessionId", known.sessionId()));
    }

    /**
     * Does a step, or takes over its result from an interrupted run.
     *
     * @param action does it
     * @param reuse converts an earlier result; empty when it must be done again
     */
    <R> R perform(Step step, Function<StepCall, R> action, Function<JsonNode, Optional<R>> reuse) {
        run.stop.check();
        requireOwner(step.text());
        reply = null;
        int shown = run.nextStep();
        run.events.emit(new RunEvent.StepStarted(shown, step.text(), ScriptLines.current()));
        long start = System.nanoTime();
        standing.ifPresent(session -> session.turns.await(run, step.text(), this::waiting));
        past.begins(step);
        ref();
        Optional<RecordedStep> earlier = earlier(step);
        Optional<R> known = earlier.flatMap(RecordedStep::result).flatMap(reuse);
        R result = known.orElseGet(() -> remembered(step, () -> done(step, earlier, action, reuse)));
        spoken |= step instanceof Step.Message;
        if (!(step instanceof Step.Export)) {
            changes.add(new Repeatable(step, call -> action.apply(call)));
        }
        run.remember(step, takeReply(), standing.isPresent());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        run.done(new StepTime(step.text(), took));
        run.events.emit(new RunEvent.StepDone(shown, step.text(), took, known.isPresent()));
        return result;
    }

    /** Does the work and adds it to the history, also when it fails after a part that changed the session. */
    private <R> R remembered(Step step, Supplier<R> work) {
        try {
            return work.get();
        } catch (NotDone partly) {
            if (partly.changed()) {
                run.remember(step, takeReply(), standing.isPresent());
            }
            throw partly;
        }
    }

    private void waiting(String first) {
        run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("progress.waiting", first));
    }

    /** Lets later entries change the session: this one no longer needs it. */
    void giveTurn() {
        standing.ifPresent(session -> session.turns.leave(run));
    }

    private <R> R done(
            Step step,
            Optional<RecordedStep> earlier,
            Function<StepCall, R> action,
            Function<JsonNode, Optional<R>> reuse) {
        touched = true;
        if (step instanceof Step.Export && past.editedSince()) {
            return exportOfThePast(step, earlier, action);
        }
        Optional<EarlierOutcome.Verdict> verdict =
                earlier.filter(e -> e.result().isEmpty()).map(begun -> new EarlierOutcome(run, this).of(step, begun));
        if (verdict.isPresent() && verdict.get() instanceof EarlierOutcome.Verdict.StartOver over) {
            startOver(over.why());
            return begun(step, Optional.empty(), false, action);
        }
        if (verdict.isPresent() && verdict.get() instanceof EarlierOutcome.Verdict.Arrived arrived) {
            Optional<R> brought = arrived.result().flatMap(reuse);
            brought.ifPresent(result -> finish(earlier.orElseThrow().number(), result));
            return brought.orElseGet(() -> begun(step, earlier, true, action));
        }
        return begun(step, earlier, false, action);
    }

    /**
     * Handles an export of an earlier version of the timeline: it cannot be rendered again, but an existing render can
     * be downloaded.
     */
    private <R> R exportOfThePast(Step step, Optional<RecordedStep> earlier, Function<StepCall, R> action) {
        if (run.connection.isEmbedded()) {
            startOver(ScriptMessages.text("resume.redo-export", step.text()));
            return begun(step, Optional.empty(), false, action);
        }
        return begun(step, earlier, true, action);
    }

    private <R> R begun(Step step, Optional<RecordedStep> earlier, boolean arrived, Function<StepCall, R> action) {
        int entry = earlier.map(RecordedStep::number).orElseGet(() -> begin(step));
        StepCall call = new StepCall(run, entry, ref(), earlier, arrived);
        if (step instanceof Step.Upload) {
            call.sending();
        }
        R result = attempt(step, entry, () -> action.apply(call));
        finish(entry, result);
        return result;
    }

    private int begin(Step step) {
        int entry = run.nextEntry();
        Optional<SessionState> before = step instanceof Step.Message || (spoken && step instanceof Step.Upload)
                ? Optional.of(state())
                : Optional.empty();
        run.journal.write("step", line -> {
            line.put("step", entry)
                    .put("session", number)
                    .put("key", StepFingerprint.of(step))
                    .put("text", step.text())
                    .put("export", step instanceof Step.Export);
            before.ifPresent(state -> fingerprint(line, step, state));
        });
        return entry;
    }

    /** Records the session before a step, to distinguish a step that was cut off from one that never arrived. */
    private static void fingerprint(ObjectNode line, Step step, SessionState state) {
        line.put(step instanceof Step.Message ? "before" : "draft", PromptRuns.fingerprint(state))
                .put("media", state.videoInfos().size())
                .put("generated", state.generatedMedia().size());
    }

    /** Records that a step failed, unless some of it may still run at the backend. */
    private <R> R attempt(Step step, int entry, Supplier<R> action) {
        try {
            return action.get();
        } catch (RuntimeException failed) {
            if (!run.abandoned() && isOver(step, failed)) {
                run.journal.write(
                        "over",
                        line -> line.put("step", entry)
                                .put("why", String.valueOf(failed.getMessage()))
                                .put("undone", failed instanceof NotDone));
            }
            throw failed;
        }
    }

    private static boolean isOver(Step step, RuntimeException failed) {
        boolean goesOn = failed instanceof ClientException.ConnectionLost
                || failed instanceof ClientException.TimedOut
                || failed instanceof ClientException.ReplyLost;
        boolean unheard = failed instanceof ClientException.Cancelled
                || failed instanceof ClientException.NotAnApi
                || !(failed instanceof RetakeException);
        // Cancelling stops a render at the backend, but not a message.
        return !goesOn && (step instanceof Step.Export || !unheard);
    }

    private void finish(int entry, Object result) {
        run.journal.write("done", line -> line.put("step", entry).set("result", Results.json(result)));
    }

    /**
     * Returns the same step of the interrupted run. If the session differs at this point, it is useless from here on.
     */
    private Optional<RecordedStep> earlier(Step step) {
        Continuation.Match match = past.match(step, !touched);
        if (match instanceof Continuation.Match.Found found) {
            found.elsewhere().ifPresent(this::goOnIn);
            return Optional.of(found.step());
        }
        if (match instanceof Continuation.Match.Differs differs) {
            otherwise(differs.step());
        }
        return Optional.empty();
    }

    /**
     * Handles another step at the same place: one that failed without changes may have been corrected; any other has
     * changed the session permanently.
     */
    private void otherwise(RecordedStep step) {
        boolean failed = step.failure().isPresent() || !step.sent();
        if (failed && past.isLast(step) && !new EarlierOutcome(run, this).changedSince(step)) {
            past.drop(step);
        } else {
            startOver(ScriptMessages.text("resume.script-changed"));
        }
    }

    private void startOver(String why) {
        run.events.warn(why);
        past.end(touched);
        number = run.nextSession();
        ref = openNew();
        spoken = false;
        for (Repeatable change : changes) {
            begun(change.step, Optional.empty(), false, change.action);
            spoken |= change.step instanceof Step.Message;
        }
    }

    /** A step that changed the session, and the action that repeats it in another one. */
    private record Repeatable(Step step, Function<StepCall, ?> action) {}
}
