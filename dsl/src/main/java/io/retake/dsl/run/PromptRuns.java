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
 * Runs the entries of a prompt: each in its own thread and cancellable separately, all in one session that stays open,
 * and in one journal. Thread-safe; entries may run concurrently.
 */
public final class PromptRuns implements AutoCloseable {
    /** The name of a typed entry in messages. */
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

    /** The work of one entry. */
    public interface Work {
        /**
         * Does the work.
         *
         * @param host for a script
         * @param session the open session, for work that is not a script
         */
        @Nullable
        Object run(RetakeScript.Host host, SessionScope session);

        /** Returns the user's line of a stack frame; 0 when there is none. */
        default int lineOf(StackTraceElement frame) {
            return 0;
        }

        /** Returns the script's file: files that it names are also searched next to it. */
        default Optional<Path> file() {
            return Optional.empty();
        }

        /** Returns the control that stops the user's code. */
        default Stop stop() {
            return new Stop();
        }

        /** Returns the name of its source. */
        default String name() {
            return PROMPT;
        }

        /** Returns its first line in {@link #name}; 0 for none. */
        default int line() {
            return 0;
        }
    }

    /**
     * Work from lines of another source.
     *
     * @param name the name of the source
     * @param line its first line
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
     * @param run the handle for awaiting and cancelling
     * @param steps the completed steps, in order; final when the run is over
     */
    public record EntryRun(Run run, List<DoneStep> steps) {}

    /** Creates the runs of a prompt on this connection; the title names its exports. */
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

    /** Returns the id of the prompt's journal. */
    public String id() {
        return id;
    }

    /** Returns the connection to the backend. */
    public Connection connection() {
        return connection;
    }

    /** Returns the client of the backend; starts the embedded engine if necessary. */
    public RetakeClient client() {
        return connection.client();
    }

    /** Returns the open session; empty as long as nothing needed one. */
    public Optional<SessionRef> session() {
        return session.known();
    }

    /** Returns the title, which names exports. */
    public String title() {
        return session.title();
    }

    /** Switches to another session: a new one when none is given. */
    public void goOn(String title, Optional<SessionRef> known) {
        int number = numbers.nextSession();
        session = known.map(ref -> new StandingSession(number, title, ref))
                .orElseGet(() -> new StandingSession(number, title));
    }

    /**
     * Starts an entry; its events end with {@link RunEvent.Finished}.
     *
     * @param begun receives the entry before its first event
     */
    public EntryRun start(String text, Work work, RunListener listener, Consumer<EntryRun> begun) {
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
        EntryRun entry = new EntryRun(new Run(id + "#" + number, result, stopping::stop, context), context.done);
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

    /** Adds the first line of the entry to a failure that is outside the user's own code. */
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
     * Returns work that downloads the file of a render that another process submitted in the open session. Records in
     * that process's journal that the file has arrived, or never will.
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

    /** Records that a step must not be resumed. */
    public void forget(UnfinishedStep step) {
        runs.over(step);
    }

    /**
     * Writes a script to a file, completely or not at all.
     *
     * @param replace whether an unchanged script of Retake's may be replaced
     * @throws io.retake.dsl.problem.DslException when another file has the name, or the file cannot be written
     */
    public void write(Path file, String script, boolean replace) {
        new WrittenScripts(names.memory()).write(file, script, replace);
    }

    /** Returns a short hash of a timeline, which differs when it changes. */
    public static String fingerprint(Optional<Draft> draft) {
        return StepFingerprint.hash(draft.map(Draft::json).map(Object::toString).orElse(""));
    }

    /**
     * Returns the hash of a session's timeline, even if it is invalid: the statement that repairs it must be possible.
     */
    static String fingerprint(SessionState state) {
        return StepFingerprint.hash(state.draftJson().map(Object::toString).orElse(""));
    }

    /** Ends the journal; entries must be over. Does not close the connection. */
    @Override
    public void close() {
        names.close();
        journal.end(RunEvent.State.DONE);
        runs.sweep();
    }
}
