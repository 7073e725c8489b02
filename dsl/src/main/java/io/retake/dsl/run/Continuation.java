package io.retake.dsl.run;

import io.retake.core.client.http.ClientException;
import io.retake.dsl.journal.RecordedSession;
import io.retake.dsl.journal.RecordedStep;
import io.retake.dsl.journal.StepFingerprint;
import io.retake.dsl.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The session of an interrupted run that a session goes on in, and how far: its steps are laid beside those of the script.
 * Used by the thread of the session.
 */
final class Continuation {
    private final RunContext run;
    private final String title;
    private final List<String> keys = new ArrayList<>();
    private Optional<RecordedSession> session = Optional.empty();
    private int next;

    /** Nothing is taken up before {@link #claim}. */
    Continuation(RunContext run, String title) {
        this.run = run;
        this.title = title;
    }

    /** What the interrupted run has of a step. */
    sealed interface Match {
        /** Nothing: it is to be done. */
        record New() implements Match {}

        /**
         * The step.
         *
         * @param elsewhere the session that it is in, when that is another one than so far
         */
        record Found(RecordedStep step, Optional<RecordedSession> elsewhere) implements Match {}

        /** Another step. */
        record Differs(RecordedStep step) implements Match {}
    }

    /** A step of the script comes next. */
    void begins(Step step) {
        keys.add(StepFingerprint.of(step));
    }

    /** Takes up the session that began with these steps, when it is still there. */
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
            run.client().state(earlier.ref, run.cancellation);
            return true;
        } catch (ClientException.NoSuchSession gone) {
            run.events.warn("The interrupted run's session is gone; Retake redoes everything in a new one.");
            run.journal.write("replaced", line -> line.put("session", earlier.number));
            return false;
        }
    }

    /**
     * The step that {@link #begins} named last. Exports change nothing: those that are not wanted any more are passed over.
     *
     * @param free whether nothing was done in the session yet, so that another one may be taken
     */
    Match match(Step step, boolean free) {
        List<RecordedStep> steps = session.map(known -> known.steps).orElse(List.of());
        String key = keys.get(keys.size() - 1);
        int at = next;
        while (at < steps.size() && steps.get(at).isExport && !steps.get(at).key.equals(key)) {
            at++;
        }
        if (at >= steps.size()) {
            next = step instanceof Step.Export ? next : at;
            return new Match.New();
        }
        RecordedStep found = steps.get(at);
        if (found.key.equals(key)) {
            next = at + 1;
            return new Match.Found(found, Optional.empty());
        }
        Optional<RecordedSession> other = free ? elsewhere() : Optional.empty();
        return other.<Match>map(taken -> new Match.Found(taken.steps.get(next - 1), other))
                .orElseGet(() -> new Match.Differs(found));
    }

    /** Another session of the interrupted run that went this way. */
    private Optional<RecordedSession> elsewhere() {
        Optional<RecordedSession> other =
                run.past().exchange(session.orElseThrow(), title, keys).filter(this::stillThere);
        if (other.isPresent()) {
            session = other;
            next = keys.size();
        }
        return other;
    }

    /** Whether the interrupted run had changed the session after the step that is to be done now. */
    boolean editedSince() {
        return session.map(known -> known.steps).orElse(List.of()).stream()
                .skip(next)
                .anyMatch(later -> !later.isExport && later.sent);
    }

    boolean isLast(RecordedStep step) {
        List<RecordedStep> steps = session.map(known -> known.steps).orElse(List.of());
        return steps.indexOf(step) == steps.size() - 1;
    }

    /** A step that is not wanted any more. */
    void drop(RecordedStep step) {
        session.ifPresent(known -> known.steps.remove(step));
        run.journal.write("dropped", line -> line.put("step", step.number));
    }

    /**
     * The session is left for a new one.
     *
     * @param useless whether something was done in it that is not wanted; else another session may go on in it
     */
    void end(boolean useless) {
        session.ifPresent(known -> {
            if (useless) {
                run.journal.write("replaced", line -> line.put("session", known.number));
            } else {
                run.past().giveBack(known);
            }
        });
        session = Optional.empty();
        next = 0;
    }
}
