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

/** What the parts of one run share. */
final class RunContext {
    final Connection connection;
    final Events events;
    final Journal journal;
    final OutputNames names;
    final List<DoneStep> done = new CopyOnWriteArrayList<>();
    final Cancellation cancellation = new Cancellation();

    /** Whether the run goes on behind an edit that was not wholly done. */
    final boolean lenient;

    private final Resumption resumption;
    final LateFailures late = new LateFailures();
    final ScriptPlaces places = new ScriptPlaces();
    final OpenSessions sessions = new OpenSessions();

    /** Stops the script's own code. */
    final Stop stop;

    private final Sequence numbers;
    private final boolean fixedSkill;

    /** Of each thread: sessions that go on side by side may speak for different recipes. */
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

    /** What an interrupted run had done. */
    JournalReplay past() {
        return resumption.past();
    }

    /** Whether the backend of the interrupted run ended with it. */
    boolean backendDied() {
        return resumption.backendDied();
    }

    /** Whether a message is sent again of which nobody knows what became of it. */
    boolean resend() {
        return resumption.resend();
    }

    /** The script is run by this thread. */
    void runsHere() {
        main = Thread.currentThread();
    }

    /** Whether a thread is the one that runs the script, and not one that the script has started. */
    @SuppressWarnings("ReferenceEquality")
    boolean isMain(Thread thread) {
        return thread == main;
    }

    /**
     * Waits for what a script has left going on when it is through.
     *
     * @return how the run fails, though the script did not; empty when nothing did
     */
    Optional<Throwable> finish() {
        sessions.end(cancellation);
        return late.ending();
    }

    /** The same for a script that failed: what else went wrong is said, and what goes on comes to its end. */
    void finishAfter(Throwable thrown) {
        late.isThrown(thrown);
        late.untold().forEach(failure -> events.warn(placed(failure)));
        sessions.end(cancellation);
    }

    /** What was wrong, behind its place in the scripts. */
    String placed(Throwable failure) {
        return places.of(failure).map(place -> place + ": ").orElse("") + Runner.message(failure);
    }

    /** What speaks to the backend, on behalf of the recipe that runs in this thread. */
    RetakeClient client() {
        RetakeClient client = connection.client();
        return skill.get().map(client::onBehalfOf).orElse(client);
    }

    /**
     * Whose name the backend is told from now on by this thread; what the environment says stays. Returns what it was
     * before.
     */
    Optional<String> speakFor(Optional<String> recipe) {
        Optional<String> before = skill.get();
        if (!fixedSkill) {
            skill.set(recipe);
        }
        return before;
    }

    /** The next session's number, from 1, whichever script opens it. */
    int nextSession() {
        return numbers.nextSession();
    }

    /** Remembers a step, with what the backend replied when it was a message. */
    void remember(Step step, @Nullable Reply reply, boolean standing) {
        done.add(new DoneStep(
                step,
                reply != null && reply.change().timelineChanged(),
                reply == null ? List.of() : reply.tools(),
                standing));
    }

    /** The next step's number, from 1. */
    int nextStep() {
        return steps.incrementAndGet();
    }

    /** The next journal entry of a step, from 1; steps that are repeated in a new session have one of their own. */
    int nextEntry() {
        return numbers.nextStep();
    }

    /** A message of these words is on its way: what the backend does for it goes on there, whatever is done here. */
    void sending(String words) {
        sending.add(words);
    }

    /** It is answered, or was never sent. */
    void sent(String words) {
        sending.remove(words);
    }

    /** A message that is on its way; of several that are, from sessions side by side, the first. */
    Optional<String> sending() {
        return sending.stream().findFirst();
    }

    /** Ends the waiting and leaves what goes on elsewhere alone: it is to be picked up later. */
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

    /** The steps that are done. */
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
