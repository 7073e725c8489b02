package io.retake.dsl.run;

import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.message.Reply;
import io.retake.dsl.connection.Connection;
import io.retake.dsl.event.Events;
import io.retake.dsl.journal.Journal;
import io.retake.dsl.journal.JournalReplay;
import io.retake.dsl.journal.Resumption;
import io.retake.dsl.journal.Sequence;
import io.retake.dsl.output.OutputNames;
import io.retake.dsl.plan.Step;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.StepTime;
import io.retake.dsl.scope.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The shared state of one run. */
final class RunContext {
    final Connection connection;
    final Events events;
    final Journal journal;
    final OutputNames names;
    final List<DoneStep> done = new CopyOnWriteArrayList<>();
    final Cancellation cancellation = new Cancellation();

    /** Whether the run continues after an edit that was not completely done. */
    final boolean lenient;

    private final Resumption resumption;
    final LateFailures late = new LateFailures();
    final ScriptPlaces places = new ScriptPlaces();
    final OpenSessions sessions = new OpenSessions();

    /** Stops the script's own code. */
    final Stop stop;

    private final Sequence numbers;
    private final boolean fixedSkill;

    /** The skill of each thread: concurrent sessions may act for different recipes. */
    private final ThreadLocal<Optional<String>> skill;

    private final List<String> sending = new CopyOnWriteArrayList<>();
    private volatile boolean abandoned;
    private volatile @Nullable Thread main;
    private final AtomicInteger steps = new AtomicInteger();
    private final List<StepTime> times = new ArrayList<>();
    private final List<Film> outputs = new ArrayList<>();

    RunContext(
            Connection connection,
            Events events,
            Journal journal,
            Resumption resumption,
            OutputNames names,
            Sequence numbers,
            Optional<String> fixedSkill,
            boolean lenient,
            Stop stop) {
        this.stop = stop;
        this.connection = connection;
        this.events = events;
        this.journal = journal;
        this.resumption = resumption;
        this.names = names;
        this.numbers = numbers;
        this.skill = ThreadLocal.withInitial(() -> fixedSkill);
        this.fixedSkill = fixedSkill.isPresent();
        this.lenient = lenient;
    }

    /** Returns the journal of the interrupted run. */
    JournalReplay past() {
        return resumption.past();
    }

    /** Returns whether the backend of the interrupted run ended with it. */
    boolean backendDied() {
        return resumption.backendDied();
    }

    /** Returns whether a message of unknown outcome is sent again. */
    boolean resend() {
        return resumption.resend();
    }

    /** Declares this thread the one that runs the script. */
    void runsHere() {
        main = Thread.currentThread();
    }

    /** Returns whether a thread is the one that runs the script, and not one that the script has started. */
    @SuppressWarnings("ReferenceEquality")
    boolean isMain(Thread thread) {
        return thread == main;
    }

    /**
     * Waits for work that a script has left running at its end.
     *
     * @return the failure of the run, although the script succeeded; empty for none
     */
    Optional<Throwable> finish() {
        sessions.end(cancellation);
        return late.ending();
    }

    /** Waits likewise after a failed script, and reports other failures. */
    void finishAfter(Throwable thrown) {
        late.isThrown(thrown);
        late.untold().forEach(failure -> events.warn(placed(failure)));
        sessions.end(cancellation);
    }

    /** Describes a failure, with its place in the scripts. */
    String placed(Throwable failure) {
        return places.of(failure).map(place -> place + ": ").orElse("") + Runner.message(failure);
    }

    /** Returns the client of the backend, on behalf of the recipe that runs in this thread. */
    RetakeClient client() {
        RetakeClient client = connection.client();
        return skill.get().map(client::onBehalfOf).orElse(client);
    }

    /**
     * Sets the name that this thread reports to the backend, unless the environment sets one. Returns the previous
     * name.
     */
    Optional<String> speakFor(Optional<String> recipe) {
        Optional<String> before = skill.get();
        if (!fixedSkill) {
            skill.set(recipe);
        }
        return before;
    }

    /** Returns the next session's number, from 1, whichever script opens it. */
    int nextSession() {
        return numbers.nextSession();
    }

    /** Adds a step to the history, with the backend's reply when it was a message. */
    void remember(Step step, @Nullable Reply reply, boolean standing) {
        done.add(new DoneStep(
                step,
                reply != null && reply.change().timelineChanged(),
                reply == null ? List.of() : reply.tools(),
                standing));
    }

    /** Returns the next step's number, from 1. */
    int nextStep() {
        return steps.incrementAndGet();
    }

    /** Returns the next journal entry of a step, from 1; a step repeated in a new session has its own entry. */
    int nextEntry() {
        return numbers.nextStep();
    }

    /** Records that a message is in transit: the backend may work on it whatever happens here. */
    void sending(String words) {
        sending.add(words);
    }

    /** Records that a message was answered, or never sent. */
    void sent(String words) {
        sending.remove(words);
    }

    /** Returns a message in transit; the first of several from concurrent sessions. */
    Optional<String> sending() {
        return sending.stream().findFirst();
    }

    /** Stops waiting and leaves work at the backend running, to be resumed later. */
    void abandon() {
        abandoned = true;
    }

    boolean abandoned() {
        return abandoned;
    }

    void done(StepTime step) {
        synchronized (times) {
            times.add(step);
        }
    }

    /** Returns the completed steps. */
    List<StepTime> steps() {
        synchronized (times) {
            return List.copyOf(times);
        }
    }

    void made(Film film) {
        synchronized (outputs) {
            outputs.add(film);
        }
    }

    List<Film> outputs() {
        synchronized (outputs) {
            return List.copyOf(outputs);
        }
    }
}
