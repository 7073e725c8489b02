package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.client.ClientException;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.language.StepTime;
import io.retake.dsl.plan.Step;
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
 * One session in a run: opens it when the first step needs it, does its steps in order, and leaves out those that an
 * interrupted run had done with the same inputs. Used by the thread that runs the block.
 */
final class SessionRun {
    private final RunContext run;
    private final int number;
    private final String title;
    private final List<Repeatable> changes = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private Optional<StandingSession> standing = Optional.empty();
    private Optional<Past.PastSession> past;
    private @Nullable SessionRef ref;
    private int next;

    SessionRun(RunContext run, int number, String title) {
        this.run = run;
        this.number = number;
        this.title = title;
        this.past = run.past.session(number);
    }

    /** A part of a prompt's session: what one of its entries does in it. */
    SessionRun(RunContext run, StandingSession session) {
        this(run, session.number, session.title());
        standing = Optional.of(session);
    }

    String title() {
        return title;
    }

    /** Names of files that are in the session already. */
    Set<String> files() {
        return standing.map(session -> session.files).orElse(files);
    }

    /** The session at the backend. */
    SessionRef ref() {
        SessionRef known = ref;
        if (known == null) {
            known = standing.map(session -> session.ref(this::open, this::record))
                    .orElseGet(() -> takenUp().orElseGet(this::open));
            ref = known;
        }
        return known;
    }

    SessionState state() {
        return run.client().state(ref(), run.cancellation);
    }

    private Optional<SessionRef> takenUp() {
        Optional<SessionRef> earlier = past.map(p -> p.ref).filter(this::stillThere);
        earlier.ifPresentOrElse(this::record, () -> past = Optional.empty());
        return earlier;
    }

    private boolean stillThere(SessionRef earlier) {
        try {
            run.client().state(earlier, run.cancellation);
            return true;
        } catch (ClientException.NoSuchSession gone) {
            run.events.warn("The interrupted run's session is gone; everything is done again in a new one.");
            return false;
        }
    }

    private SessionRef open() {
        past = Optional.empty();
        SessionRef opened = run.client().openSession(title, "en", run.cancellation);
        record(opened);
        return opened;
    }

    private void record(SessionRef known) {
        run.connection.engineFolder().ifPresent(folder -> run.journal.write("engine", l -> l.put("folder", folder)));
        run.journal.write(
                "session",
                line -> line.put("session", number)
                        .put("taskId", known.taskId())
                        .put("sessionId", known.sessionId()));
    }

    /**
     * Does a step, or takes over what an interrupted run had done of it.
     *
     * @param action does it
     * @param reuse what an earlier result is worth; empty when it must be done again
     */
    <R> R perform(Step step, Function<StepCall, R> action, Function<JsonNode, Optional<R>> reuse) {
        int shown = run.nextStep();
        run.events.emit(new RunEvent.StepStarted(shown, step.text(), Lines.current()));
        long start = System.nanoTime();
        standing.ifPresent(session -> session.turns.await(run, step.text(), this::waiting));
        ref();
        String key = Keys.of(step);
        Optional<Past.PastStep> earlier = earlier(key);
        int entry = begin(step, key, earlier);
        Optional<R> known = earlier.flatMap(e -> e.result).flatMap(reuse);
        R result = known.orElseGet(() ->
                remembered(step, () -> attempt(entry, () -> action.apply(new StepCall(entry, ref(), earlier)))));
        finish(entry, result);
        if (!(step instanceof Step.Export)) {
            changes.add(new Repeatable(step, call -> action.apply(call)));
        }
        run.remember(step, standing.isPresent());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        run.done(new StepTime(step.text(), took));
        run.events.emit(new RunEvent.StepDone(shown, step.text(), took, known.isPresent()));
        return result;
    }

    /** What was done in part has changed the session, though it fails. */
    private <R> R remembered(Step step, Supplier<R> work) {
        try {
            return work.get();
        } catch (NotDone partly) {
            if (partly.changed()) {
                run.remember(step, standing.isPresent());
            }
            throw partly;
        }
    }

    private void waiting(String first) {
        run.events.say(RunEvent.Speaker.RETAKE, "Waits for what was begun before it: " + first);
    }

    /** From here on later entries may change the session: this one has what it needs of it. */
    void giveTurn() {
        standing.ifPresent(session -> session.turns.leave(run));
    }

    private int begin(Step step, String key, Optional<Past.PastStep> earlier) {
        int entry = run.nextEntry();
        String before = earlier.map(e -> e.before).orElseGet(() -> step instanceof Step.Message ? fingerprint() : "");
        run.journal.write(
                "step",
                line -> line.put("step", entry)
                        .put("session", number)
                        .put("key", key)
                        .put("text", step.text())
                        .put("before", before));
        return entry;
    }

    /** Writes down that a step will not come to its end, unless something of it goes on and is to be picked up. */
    private <R> R attempt(int entry, Supplier<R> action) {
        try {
            return action.get();
        } catch (RuntimeException failed) {
            boolean goesOn = failed instanceof ClientException.ConnectionLost
                    || failed instanceof ClientException.TimedOut
                    || failed instanceof ClientException.ReplyLost;
            if (!run.abandoned() && !goesOn) {
                run.journal.write("over", line -> line.put("step", entry));
            }
            throw failed;
        }
    }

    private void finish(int entry, Object result) {
        run.journal.write("done", line -> line.put("step", entry).set("result", Results.json(result)));
    }

    /** The same step of the interrupted run. When it went another way there, its session is of no use from here on. */
    private Optional<Past.PastStep> earlier(String key) {
        if (past.isEmpty() || next >= past.get().steps.size()) {
            return Optional.empty();
        }
        Past.PastStep step = past.get().steps.get(next++);
        if (step.key.equals(key)) {
            return Optional.of(step);
        }
        run.events.warn("The script or its footage has changed since the interrupted run; this session is done anew.");
        ref = open();
        for (Repeatable change : changes) {
            int entry = begin(change.step, Keys.of(change.step), Optional.empty());
            finish(entry, change.action.apply(new StepCall(entry, ref(), Optional.empty())));
        }
        return Optional.empty();
    }

    /** What the timeline is now, so that a message that was cut off can be told from one that never arrived. */
    String fingerprint() {
        return PromptRuns.fingerprint(state().draft());
    }

    /** What a step is done with. */
    record StepCall(int entry, SessionRef session, Optional<Past.PastStep> earlier) {}

    /** A step that changed the session, and how to do it again in another one. */
    private record Repeatable(Step step, Function<StepCall, ?> action) {}
}
