package io.retake.dsl.run;

import io.retake.core.client.Cancellation;
import io.retake.core.client.Reply;
import io.retake.core.client.RetakeClient;
import io.retake.dsl.language.Film;
import io.retake.dsl.language.StepTime;
import io.retake.dsl.plan.Step;
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
    final Past past;
    final OutputNames names;
    final List<DoneStep> done = new CopyOnWriteArrayList<>();
    final Cancellation cancellation = new Cancellation();

    /** Whether the run goes on behind an edit that was not wholly done. */
    final boolean lenient;

    private volatile @Nullable Reply lastReply;
    private final Numbers numbers;
    private final boolean fixedSkill;
    private volatile Optional<String> skill;
    private volatile Optional<String> sending = Optional.empty();
    private volatile boolean abandoned;
    private final AtomicInteger steps = new AtomicInteger();
    private final List<StepTime> times = new ArrayList<>();
    private final List<Film> outputs = new ArrayList<>();

    RunContext(
            Connection connection,
            Events events,
            Journal journal,
            Past past,
            OutputNames names,
            Numbers numbers,
            Optional<String> fixedSkill,
            boolean lenient) {
        this.connection = connection;
        this.events = events;
        this.journal = journal;
        this.past = past;
        this.names = names;
        this.numbers = numbers;
        this.skill = fixedSkill;
        this.fixedSkill = fixedSkill.isPresent();
        this.lenient = lenient;
    }

    /** What speaks to the backend, on behalf of the recipe that runs. */
    RetakeClient client() {
        RetakeClient client = connection.client();
        return skill.map(client::onBehalfOf).orElse(client);
    }

    /** Whose name the backend is told from now on; what the environment says stays. Returns what it was before. */
    Optional<String> speakFor(Optional<String> recipe) {
        Optional<String> before = skill;
        if (!fixedSkill) {
            skill = recipe;
        }
        return before;
    }

    Optional<String> skill() {
        return skill;
    }

    /** The next session's number, from 1, whichever script opens it. */
    int nextSession() {
        return numbers.nextSession();
    }

    /** Remembers a step, with what the backend last replied when it was a message. */
    void remember(Step step, boolean standing) {
        Reply reply = lastReply;
        lastReply = null;
        done.add(new DoneStep(
                step,
                reply != null && reply.change().timelineChanged(),
                reply == null ? List.of() : reply.tools(),
                standing));
    }

    void replied(Reply reply) {
        lastReply = reply;
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
        sending = Optional.of(words);
    }

    /** It is answered, or was never sent. */
    void sent() {
        sending = Optional.empty();
    }

    /** The message that is on its way. */
    Optional<String> sending() {
        return sending;
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
