package io.retake.dsl.run;

import io.retake.core.client.ClientException;
import io.retake.core.client.RetakeClient;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionRef;
import io.retake.dsl.language.RetakeScript;
import io.retake.dsl.language.ScriptSource;
import io.retake.dsl.language.Scripts;
import io.retake.dsl.language.SessionScope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is typed at a prompt: each entry in a thread of its own and cancellable by itself, all in one session that
 * stays open, and in one journal. Thread-safe; entries may run beside each other.
 */
public final class PromptRuns implements AutoCloseable {
    private final Connection connection;
    private final OutputNames names;
    private final Scripts scripts;
    private final Optional<String> fixedSkill;
    private final Path workingFolder;
    private final Runs runs;
    private final String id;
    private final Journal journal;
    private final AtomicInteger entries = new AtomicInteger();
    private final Numbers numbers = new Numbers();
    private volatile StandingSession session;

    /** What one entry does. */
    public interface Work {
        /**
         * Does it.
         *
         * @param host for a script
         * @param session the session that stands, for what is no script
         */
        @Nullable
        Object run(RetakeScript.Host host, SessionScope session);

        /** The script that it is: files that it names are looked for beside it too. */
        default Optional<Path> file() {
            return Optional.empty();
        }

        /** Whether a class, by its name, is what the person wrote. */
        default boolean owns(String className) {
            return false;
        }
    }

    /**
     * A run of an entry.
     *
     * @param run what to await and to cancel
     * @param steps the steps that were done, in order; complete when the run is over
     */
    public record Entry(Run run, List<DoneStep> steps) {}

    /** For a prompt on this connection; the title names its exports. */
    public PromptRuns(
            Connection connection,
            Scripts scripts,
            Optional<String> fixedSkill,
            Path workingFolder,
            Path stateFolder,
            Clock clock,
            String title) {
        this.connection = connection;
        this.names = new OutputNames(workingFolder, stateFolder);
        this.scripts = scripts;
        this.fixedSkill = fixedSkill;
        this.workingFolder = workingFolder;
        this.runs = new Runs(stateFolder, clock);
        this.id = runs.newId();
        this.journal = runs.journal(
                id, line -> line.put("run", id).put("path", "prompt").put("backend", connection.name()));
        this.session = new StandingSession(numbers.nextSession(), title);
    }

    /** Names the prompt's journal. */
    public String id() {
        return id;
    }

    /** Where the work is done. */
    public Connection connection() {
        return connection;
    }

    /** What speaks to the backend; starts the embedded engine when nothing has yet. */
    public RetakeClient client() {
        return connection.client();
    }

    /** The session that stands; empty as long as nothing needed one. */
    public Optional<SessionRef> session() {
        return session.known();
    }

    /** What names exports. */
    public String title() {
        return session.title();
    }

    /** Goes on in another session: a new one when none is given. */
    public void goOn(String title, Optional<SessionRef> known) {
        int number = numbers.nextSession();
        session = known.map(ref -> new StandingSession(number, title, ref))
                .orElseGet(() -> new StandingSession(number, title));
    }

    /**
     * Starts an entry; its events end with {@link RunEvent.Finished}.
     *
     * @param begun is told the entry before its first event
     */
    public Entry start(String text, Work work, RunListener listener, Consumer<Entry> begun) {
        int number = entries.incrementAndGet();
        StandingSession standing = session;
        RunContext context =
                new RunContext(connection, new Events(listener), journal, Past.none(), names, numbers, fixedSkill);
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        ScriptSource source = new ScriptSource(standing.title(), "", work.file());
        ScriptHost host = new ScriptHost(context, standing, source, scripts, workingFolder);
        Runnable entered = () -> {
            RunResult over = run(number, text, work, host, context, () -> standing.turns.leave(context));
            result.complete(over);
        };
        Thread thread = new Thread(entered, "retake-entry-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(PromptRuns.class.getClassLoader());
        Entry entry = new Entry(
                new Run(id + "#" + number, result, () -> stop(context, thread, result), context), context.done);
        begun.accept(entry);
        standing.turns.join(context, text);
        thread.start();
        return entry;
    }

    private static void stop(RunContext context, Thread thread, CompletableFuture<RunResult> result) {
        if (!result.isDone()) {
            context.cancellation.cancel();
            thread.interrupt();
        }
    }

    private RunResult run(int number, String text, Work work, ScriptHost host, RunContext context, Runnable giveTurn) {
        long start = System.nanoTime();
        Object value = null;
        Optional<RunEvent.Failed> failure = Optional.empty();
        try {
            value = work.run(host, host.standing());
        } catch (Throwable thrown) { // whatever an entry throws, errors too, is how it ends
            failure = Optional.of(Runner.failed(thrown, work::owns, "prompt", context));
        } finally {
            giveTurn.run();
        }
        Thread.interrupted(); // a cancelled entry's last line is written too
        RunEvent.State state = Runner.state(failure);
        failure.ifPresent(context.events::emit);
        if (context.steps().size() > 0 || failure.isPresent()) {
            note(number, text, state, context);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        context.events.emit(new RunEvent.Finished(state, took));
        return new RunResult(state, Optional.ofNullable(value), context.outputs(), failure, took);
    }

    private void note(int number, String text, RunEvent.State state, RunContext context) {
        try {
            journal.write(
                    "entry",
                    line -> line.put("number", number)
                            .put("text", text)
                            .put("state", state.name().toLowerCase(Locale.ROOT)));
        } catch (io.retake.core.RetakeException full) {
            context.events.warn(String.valueOf(full.getMessage()));
        }
    }

    /**
     * What brings the file of a render here that another process submitted in the session that stands. When it has
     * arrived, or will not, that process's journal says so.
     */
    public Work pickUp(UnfinishedStep step, UnfinishedRender render) {
        return (host, session) -> {
            try {
                Object film = ((StepWork) session).pickUp(render);
                runs.over(step);
                return film;
            } catch (ClientException.RenderFailed ended) {
                runs.over(step);
                throw ended;
            }
        };
    }

    /** Writes down that nothing of a step is to be picked up any more. */
    public void forget(UnfinishedStep step) {
        runs.over(step);
    }

    /** What a timeline is, in a few letters: one that changed has others. */
    public static String fingerprint(Optional<Draft> draft) {
        return Keys.hash(draft.map(Draft::json).map(Object::toString).orElse(""));
    }

    /** Ends the journal; entries must be over. The connection belongs to somebody else. */
    @Override
    public void close() {
        journal.end(RunEvent.State.DONE);
        runs.sweep();
    }
}
