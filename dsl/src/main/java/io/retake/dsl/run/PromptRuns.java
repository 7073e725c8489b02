package io.retake.dsl.run;

import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.ClientException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.compile.Scripts;
import io.retake.dsl.connection.Connection;
import io.retake.dsl.event.Events;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.journal.Journal;
import io.retake.dsl.journal.Resumption;
import io.retake.dsl.journal.RunKey;
import io.retake.dsl.journal.Runs;
import io.retake.dsl.journal.Sequence;
import io.retake.dsl.journal.StepFingerprint;
import io.retake.dsl.journal.UnfinishedRender;
import io.retake.dsl.journal.UnfinishedStep;
import io.retake.dsl.output.Author;
import io.retake.dsl.output.OutputNames;
import io.retake.dsl.output.WrittenScripts;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.SessionScope;
import io.retake.dsl.scope.Stop;
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
    /** What messages call an entry that was typed. */
    public static final String PROMPT = "prompt";

    private final Connection connection;
    private final OutputNames names;
    private final Scripts scripts;
    private final Optional<String> fixedSkill;
    private final boolean lenient;
    private final Path workingFolder;
    private final Runs runs;
    private final String id;
    private final Journal journal;
    private final AtomicInteger entries = new AtomicInteger();
    private final Sequence numbers = new Sequence();
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

        /** The line that the person wrote and a frame of a stack is of; 0 when it is of none. */
        default int lineOf(StackTraceElement frame) {
            return 0;
        }

        /** The script that it is: files that it names are looked for beside it too. */
        default Optional<Path> file() {
            return Optional.empty();
        }

        /** What stops the code that the person wrote. */
        default Stop stop() {
            return new Stop();
        }

        /** Where it stands. */
        default String name() {
            return PROMPT;
        }

        /** The line of {@link #name} in which it begins; 0 for none. */
        default int line() {
            return 0;
        }
    }

    /**
     * Work that stands in lines from elsewhere.
     *
     * @param name what they are called
     * @param line where it begins
     */
    public record Placed(Work work, String name, int line) implements Work {
        @Override
        public @Nullable Object run(RetakeScript.Host host, SessionScope session) {
            return work.run(host, session);
        }

        @Override
        public int lineOf(StackTraceElement frame) {
            return work.lineOf(frame);
        }

        @Override
        public Stop stop() {
            return work.stop();
        }

        @Override
        public Optional<Path> file() {
            return work.file();
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
            boolean lenient,
            Path workingFolder,
            Path stateFolder,
            Clock clock,
            String title) {
        this.connection = connection;
        this.names = new OutputNames(workingFolder, stateFolder, false);
        this.scripts = scripts;
        this.fixedSkill = fixedSkill;
        this.lenient = lenient;
        this.workingFolder = workingFolder;
        this.runs = new Runs(stateFolder, clock);
        this.id = runs.newId();
        this.journal = runs.journal(id, new RunKey("prompt", connection.name(), ""));
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
        RunContext context = new RunContext(
                connection,
                new Events(listener),
                journal,
                Resumption.none(),
                names,
                numbers,
                fixedSkill,
                lenient,
                work.stop());
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Author author = Author.prompt(id + "#" + standing.number);
        ScriptSource source = new ScriptSource(standing.title(), "", work.file());
        ScriptHost host = new ScriptHost(context, standing, source, scripts, workingFolder, author);
        long start = System.nanoTime();
        RunOutcome ending = new RunOutcome(outcome -> {
            standing.turns.leave(context);
            Runner.settle(result, () -> end(number, text, work, context, outcome, start));
        });
        Runnable entered = () -> ending.with(Runner.outcome(context, () -> {
            context.places.add(work.name(), work::lineOf);
            names.clearAbandoned();
            return work.run(host, host.standing());
        }));
        Thread thread = context.stop.thread(entered, "retake-entry-" + number);
        thread.setContextClassLoader(PromptRuns.class.getClassLoader());
        Stopping stopping = new Stopping(
                thread,
                context,
                ending::isOver,
                () -> ending.with(Runner.left(thread, work::lineOf, work.name(), context)));
        Entry entry = new Entry(new Run(id + "#" + number, result, stopping::stop, context), context.done);
        begun.accept(entry);
        standing.turns.join(context, text);
        thread.start();
        return entry;
    }

    private RunResult end(
            int number, String text, Work work, RunContext context, RunOutcome.Outcome outcome, long start) {
        Optional<RunEvent.Failed> failure = Optional.ofNullable(outcome.thrown())
                .map(thrown -> Runner.failed(thrown, work::lineOf, work.name(), context))
                .map(failed -> placed(failed, work.line()));
        Thread.interrupted(); // a cancelled entry's last line is written too
        RunEvent.State state = Runner.state(failure);
        failure.ifPresent(context.events::emit);
        if (context.steps().size() > 0 || failure.isPresent()) {
            note(number, text, state, context);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        context.events.emit(new RunEvent.Finished(state, took));
        return new RunResult(state, Optional.ofNullable(outcome.value()), context.outputs(), failure, took);
    }

    /** What goes wrong outside of the person's own code does so where that begins. */
    private static RunEvent.Failed placed(RunEvent.Failed failed, int line) {
        return failed.line() > 0
                ? failed
                : new RunEvent.Failed(
                        failed.kind(), failed.message(), failed.advice(), failed.script(), line, failed.cause());
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

    /**
     * Writes a script to a file, or nothing.
     *
     * @param replace whether a script that Retake wrote and nobody has changed since may be replaced
     * @throws io.retake.dsl.problem.DslException when another file has the name, or the file cannot be written
     */
    public void write(Path file, String script, boolean replace) {
        new WrittenScripts(names.memory()).write(file, script, replace);
    }

    /** What a timeline is, in a few letters: one that changed has others. */
    public static String fingerprint(Optional<Draft> draft) {
        return StepFingerprint.hash(draft.map(Draft::json).map(Object::toString).orElse(""));
    }

    /** The same of what a session holds, also where that is no timeline: a statement that mends it must get through. */
    static String fingerprint(SessionState state) {
        return StepFingerprint.hash(state.draftJson().map(Object::toString).orElse(""));
    }

    /** Ends the journal; entries must be over. The connection belongs to somebody else. */
    @Override
    public void close() {
        names.close();
        journal.end(RunEvent.State.DONE);
        runs.sweep();
    }
}
