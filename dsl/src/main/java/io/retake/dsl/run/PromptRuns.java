package io.retake.dsl.run;

import io.retake.core.client.RetakeClient;
import io.retake.core.protocol.SessionRef;
import io.retake.dsl.language.RetakeScript;
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
        this.session = new StandingSession(title);
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
        session = known.map(ref -> new StandingSession(title, ref)).orElseGet(() -> new StandingSession(title));
    }

    /**
     * Starts an entry; its events end with {@link RunEvent.Finished}.
     *
     * @param begun is told the entry before its first event
     */
    public Entry start(String text, Work work, RunListener listener, Consumer<Entry> begun) {
        int number = entries.incrementAndGet();
        StandingSession standing = session;
        RunContext context = new RunContext(connection, new Events(listener), journal, Past.none(), names, fixedSkill);
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> result.complete(
                        run(number, text, work, new ScriptHost(context, standing, scripts, workingFolder), context)),
                "retake-entry-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(PromptRuns.class.getClassLoader());
        Entry entry = new Entry(new Run(id + "#" + number, result, () -> stop(context, thread, result)), context.done);
        begun.accept(entry);
        thread.start();
        return entry;
    }

    private static void stop(RunContext context, Thread thread, CompletableFuture<RunResult> result) {
        if (!result.isDone()) {
            context.cancellation.cancel();
            thread.interrupt();
        }
    }

    private RunResult run(int number, String text, Work work, ScriptHost host, RunContext context) {
        long start = System.nanoTime();
        Object value = null;
        Optional<RunEvent.Failed> failure = Optional.empty();
        try {
            value = work.run(host, host.standing());
        } catch (Throwable thrown) { // whatever an entry throws, errors too, is how it ends
            failure = Optional.of(Runner.failed(thrown, work::owns, "prompt", context));
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

    /** Ends the journal; entries must be over. The connection belongs to somebody else. */
    @Override
    public void close() {
        journal.end(RunEvent.State.DONE);
        runs.sweep();
    }
}
