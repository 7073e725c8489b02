package io.retake.dsl.prompt;

import io.retake.core.RetakeException;
import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.Cancellation;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.History;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.compile.EntryCompiler;
import io.retake.dsl.compile.ReadyEntry;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.journal.UnfinishedRender;
import io.retake.dsl.journal.UnfinishedStep;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.run.PromptRuns;
import io.retake.dsl.run.Run;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.SessionScope;
import io.retake.dsl.scope.Stop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the entries of a prompt and remembers them: statements and sentences, one after the other or concurrently,
 * all in one session that stays open. Emits events as the run of a script does. The first entry that needs the backend
 * connects to it, and starts the embedded engine. Thread-safe.
 *
 * <pre>{@code
 * try (Retake retake = Retake.builder().build(); Evaluator prompt = retake.prompt("film")) {
 *     prompt.start("upload 'a.mp4'", event -> {}).await();
 *     prompt.start("make it brighter", System.out::println).await();
 * }
 * }</pre>
 */
public final class Evaluator implements AutoCloseable {
    private final EntryCompiler language;
    private final PromptRuns runs;
    private final Path workingFolder;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private Optional<Draft> latest = Optional.empty();
    private int numbers;

    /** Created by {@code Retake.prompt}. */
    public Evaluator(EntryCompiler language, PromptRuns runs, Path workingFolder, Clock clock) {
        this.language = language;
        this.runs = runs;
        this.workingFolder = workingFolder;
        this.clock = clock;
    }

    /** Classifies a text; fast, and without evaluating anything. */
    public Reading read(String text) {
        return Reading.of(text, language.names());
    }

    /**
     * Starts an entry: a statement, or a sentence, which is routed by its intent (an export, an upload, the timeline,
     * the balance, or the agent).
     *
     * @param listener receives the events, in the entry's thread
     * @throws InvalidScript when a statement is wrong; then nothing was done or remembered
     * @throws IllegalArgumentException for a command or an empty text, which the prompt handles itself
     */
    public Run start(String text, RunListener listener) {
        return start(text, Optional.empty(), listener);
    }

    /** Starts an entry that was not typed; faults are reported with its place of origin. */
    public Run start(String text, Optional<Origin> origin, RunListener listener) {
        Reading reading = read(text);
        return switch (reading.kind()) {
            case STATEMENT -> statement(reading.text(), origin, listener);
            case SENTENCE ->
                begin(
                        reading.text(),
                        Reading.Kind.SENTENCE,
                        placed((host, session) -> session.edit(reading.text()), origin),
                        listener);
            case COMMAND, EMPTY -> throw new IllegalArgumentException("nothing to evaluate: " + text);
        };
    }

    /**
     * Runs a script here: its session blocks work in the open session, instead of opening their own.
     *
     * @param parameters values by name, as for a run of it
     * @throws InvalidScript when the script or a parameter is wrong; then nothing was done or remembered
     */
    public Run open(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        int number = nextNumber();
        ReadyEntry ready = language.ready(number, script, parameters, workingFolder);
        PromptRuns.Work work = new PromptRuns.Work() {
            @Override
            public Optional<Path> file() {
                return script.file();
            }

            @Override
            public @Nullable Object run(RetakeScript.Host host, SessionScope session) {
                return ready.run(new Joined(host, session));
            }

            @Override
            public int lineOf(StackTraceElement frame) {
                return ready.lineOf(frame);
            }

            @Override
            public Stop stop() {
                return ready.stop();
            }
        };
        return begin(number, "open " + script.name(), Reading.Kind.COMMAND, work, listener);
    }

    /**
     * Runs a script before all entries: its declarations remain for them, but it is not an entry and is not remembered.
     *
     * @throws InvalidScript when it is wrong; then nothing was done
     */
    public Run prepare(ScriptSource script, RunListener listener) {
        PromptRuns.Work work = work(language.ready(script, workingFolder));
        Run run = runs.start(script.name(), work, listener, begun -> {}).run();
        running.add(run);
        return run;
    }

    private static PromptRuns.Work work(ReadyEntry ready) {
        return new PromptRuns.Work() {
            @Override
            public @Nullable Object run(RetakeScript.Host host, SessionScope session) {
                return ready.run(host);
            }

            @Override
            public int lineOf(StackTraceElement frame) {
                return ready.lineOf(frame);
            }

            @Override
            public Stop stop() {
                return ready.stop();
            }
        };
    }

    private Run statement(String text, Optional<Origin> origin, RunListener listener) {
        int number = nextNumber();
        ReadyEntry ready = origin.map(place -> language.ready(number, place.source(text), workingFolder))
                .orElseGet(() -> language.ready(number, text, workingFolder));
        return begin(number, text, Reading.Kind.STATEMENT, placed(work(ready), origin), listener);
    }

    private static PromptRuns.Work placed(PromptRuns.Work work, Optional<Origin> origin) {
        return origin.<PromptRuns.Work>map(place -> new PromptRuns.Placed(work, place.name(), place.line()))
                .orElse(work);
    }

    /** Starts the prompt's own work in the session, as an entry with this text. */
    public Run perform(String text, PromptRuns.Work work, RunListener listener) {
        return begin(text, Reading.Kind.COMMAND, work, listener);
    }

    private Run begin(String text, Reading.Kind kind, PromptRuns.Work work, RunListener listener) {
        return begin(nextNumber(), text, kind, work, listener);
    }

    private Run begin(int number, String text, Reading.Kind kind, PromptRuns.Work work, RunListener listener) {
        Instant at = clock.instant();
        AtomicReference<PromptRuns.@Nullable EntryRun> begun = new AtomicReference<>();
        PromptRuns.EntryRun entry = runs.start(
                text,
                work,
                event -> {
                    if (event instanceof RunEvent.Finished finished) {
                        Optional.ofNullable(begun.get()).ifPresent(e -> remember(number, text, kind, at, finished, e));
                    }
                    listener.on(event);
                },
                begun::set);
        running.removeIf(run -> run.result().isPresent());
        running.add(entry.run());
        return entry.run();
    }

    private void remember(
            int number, String text, Reading.Kind kind, Instant at, RunEvent.Finished end, PromptRuns.EntryRun entry) {
        Optional<Draft> after = entry.steps().isEmpty() ? lastDraft() : draft();
        synchronized (entries) {
            latest = after;
            entries.add(new Entry(number, text, kind, at, end.state(), end.took(), entry.steps(), after));
            entries.sort(Comparator.comparingInt(Entry::number));
        }
    }

    /** Returns the timeline after the entry that ended last; does not wait. */
    public Optional<Draft> lastDraft() {
        synchronized (entries) {
            return latest;
        }
    }

    private Optional<Draft> draft() {
        try {
            return state().flatMap(SessionState::draft);
        } catch (RetakeException unreachable) {
            return lastDraft();
        }
    }

    /** Returns the finished entries, in the order in which they began. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** Returns the active runs. */
    public List<Run> running() {
        return running.stream().filter(run -> run.result().isEmpty()).toList();
    }

    /** Returns the variables that entries have declared, with their values. */
    public Map<String, Object> variables() {
        return language.variables();
    }

    /** Returns the names of the variables and methods that entries have declared. */
    public Set<String> names() {
        return language.names();
    }

    /** Returns the client of the backend. */
    public RetakeClient client() {
        return runs.client();
    }

    /** Returns {@code local}, {@code cloud} or an address. */
    public String backend() {
        return runs.connection().name();
    }

    /** Returns whether the backend is this process's own engine, which ends with it. */
    public boolean isEmbedded() {
        return runs.connection().isEmbedded();
    }

    /**
     * Returns the folder in which the embedded engine keeps its sessions, once it has started; empty for another
     * backend.
     */
    public Optional<String> engineFolder() {
        return runs.connection().engineFolder();
    }

    /** Returns where footage goes, in a sentence. */
    public String privacy() {
        return runs.connection().privacy();
    }

    /** Returns the session, once an entry has needed one. */
    public Optional<SessionRef> session() {
        return runs.session();
    }

    /** Returns the title of the session, which names exports. */
    public String title() {
        return runs.title();
    }

    /** Returns the current state of the session; empty as long as there is none. */
    public Optional<SessionState> state() {
        return session().map(ref -> client().state(ref, new Cancellation()));
    }

    /** Switches to a new session. */
    public void newSession(String title) {
        runs.goOn(title, Optional.empty());
    }

    /** Switches to an existing session of the backend. */
    public void attach(String title, SessionRef known) {
        runs.goOn(title, Optional.of(known));
    }

    /**
     * Returns the status of a render that another process began in this session.
     *
     * @throws io.retake.core.client.http.ClientException when the backend does not know it
     */
    public RenderStatus status(UnfinishedRender render) {
        SessionRef ref = session().orElseThrow(() -> new IllegalStateException("no session"));
        return client().status(new RenderTicket(ref, render.id()), new Cancellation());
    }

    /** Waits for such a render, and downloads its file to the intended place, with its receipt. */
    public Run pickUp(UnfinishedStep step, UnfinishedRender render, RunListener listener) {
        return begin("resume " + step.text(), Reading.Kind.COMMAND, runs.pickUp(step, render), listener);
    }

    /** Marks a step as not to be resumed. */
    public void forget(UnfinishedStep step) {
        runs.forget(step);
    }

    /**
     * Writes a script, such as {@link SavedScript} makes, to a file, completely or not at all.
     *
     * @param replace whether an unchanged script of Retake's may be replaced
     * @throws io.retake.dsl.problem.DslException when another file has the name, or the file cannot be written
     */
    public void write(Path file, String script, boolean replace) {
        runs.write(file, script, replace);
    }

    /**
     * Returns the undo history of the timeline; empty when the backend does not report it, so that only a message,
     * which may cost credits, would show whether it can undo.
     */
    public Optional<History> history() {
        return state().flatMap(SessionState::history);
    }

    /** Loads the compiler, so that the first statement need not wait for it; worth a thread while the user types. */
    public void warmUp() {
        language.warmUp();
    }

    /**
     * Closes like {@link #close}, but leaves work that continues at the backend without this process, to be resumed.
     */
    public void leave() {
        running().forEach(Run::leave);
        close();
    }

    /** Returns the number of the entry that began last; 0 as long as there is none. */
    public synchronized int lastNumber() {
        return numbers;
    }

    private synchronized int nextNumber() {
        return ++numbers;
    }

    /** Cancels active entries and ends the journal. The connection stays open. */
    @Override
    public void close() {
        running().forEach(Run::cancel);
        boolean interrupted = false;
        for (Run run : running()) {
            try {
                run.await(java.time.Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        runs.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
