package io.retake.dsl.run;

import io.retake.core.client.http.ClientException;
import io.retake.dsl.journal.RecordedSession;
import io.retake.dsl.journal.RecordedStep;
import io.retake.dsl.journal.StepFingerprint;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.ScriptMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the session of an interrupted run that a session resumes, and its progress, by comparing the steps of both.
 * Used by the thread of the session.
 */
final class Continuation {
    private final RunContext run;
    private final String title;
    private final List<String> keys = new ArrayList<>();
    private Optional<RecordedSession> session = Optional.empty();
    private int next;

    /** Creates a continuation; it resumes nothing before {@link #claim}. */
    Continuation(RunContext run, String title) {
        this.run = run;
        this.title = title;
    }

    /** The match of a step in the interrupted run. */
    sealed interface Match {
        /** No step: it must be done. */
        record New() implements Match {}

        /**
         * The same step.
         *
         * @param elsewhere the session that has it, if that is not the current one
         */
        record Found(RecordedStep step, Optional<RecordedSession> elsewhere) implements Match {}

        /** A different step. */
        record Differs(RecordedStep step) implements Match {}
    }

    /** Announces the next step of the script. */
    void begins(Step step) {
        keys.add(StepFingerprint.of(step));
    }

    /** Claims the session that began with these steps, if it still exists. */
    Optional<RecordedSession> claim() {
        Optional<RecordedSession> found = run.past().claim(title, keys);
        while (found.isPresent() && !stillThere(found.get())) {
            found = run.past().claim(title, keys);
        }
        session = found;
        return found;
    }

    private boolean stillThere(RecordedSession earlier) {
        try {
            run.client().state(earlier.ref(), run.cancellation);
            return true;
        } catch (ClientException.NoSuchSession gone) {
            run.events.warn(ScriptMessages.text("session.gone"));
            run.journal.write("replaced", line -> line.put("session", earlier.number()));
            return false;
        }
    }

    /**
     * Matches the step that {@link #begins} announced last. Exports change nothing: those that are no longer wanted are
     * skipped.
     *
     * @param free whether nothing was done in the session yet, so that another one may be taken
     */
    Match match(Step step, boolean free) {
        List<RecordedStep> steps = session.map(RecordedSession::steps).orElse(List.of());
        String key = keys.get(keys.size() - 1);
        int at = next;
        while (at < steps.size()
                && steps.get(at).isExport()
                && !steps.get(at).key().equals(key)) {
            at++;
        }
        if (at >= steps.size()) {
            next = step instanceof Step.Export ? next : at;
            return new Match.New();
        }
        RecordedStep found = steps.get(at);
        if (found.key().equals(key)) {
            next = at + 1;
            return new Match.Found(found, Optional.empty());
        }
        Optional<RecordedSession> other = free ? elsewhere() : Optional.empty();
        return other.<Match>map(taken -> new Match.Found(taken.steps().get(next - 1), other))
                .orElseGet(() -> new Match.Differs(found));
    }

    /** Returns another session of the interrupted run with the same steps. */
    private Optional<RecordedSession> elsewhere() {
        Optional<RecordedSession> other =
                run.past().exchange(session.orElseThrow(), title, keys).filter(this::stillThere);
        if (other.isPresent()) {
            session = other;
            next = keys.size();
        }
        return other;
    }

    /** Returns whether the interrupted run changed the session after the current step. */
    boolean editedSince() {
        return session.map(RecordedSession::steps).orElse(List.of()).stream()
                .skip(next)
                .anyMatch(later -> !later.isExport() && later.sent());
    }

    boolean isLast(RecordedStep step) {
        List<RecordedStep> steps = session.map(RecordedSession::steps).orElse(List.of());
        return steps.indexOf(step) == steps.size() - 1;
    }

    /** Skips a step that is no longer wanted. */
    void drop(RecordedStep step) {
        session.ifPresent(known -> known.drop(step));
        run.journal.write("dropped", line -> line.put("step", step.number()));
    }

    /**
     * Leaves the session for a new one.
     *
     * @param useless whether it has unwanted changes; otherwise another session may resume it
     */
    void end(boolean useless) {
        session.ifPresent(known -> {
            if (useless) {
                run.journal.write("replaced", line -> line.put("session", known.number()));
            } else {
                run.past().giveBack(known);
            }
        });
        session = Optional.empty();
        next = 0;
    }
}
