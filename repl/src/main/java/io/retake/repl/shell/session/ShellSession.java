package io.retake.repl.shell.session;

import io.retake.core.client.http.Cancellation;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.Backend;
import io.retake.dsl.Retake;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.prompt.Evaluator;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.OneLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session of the prompt: its evaluator, its timeline, and what completion knows of it. The backend is opened by the
 * first call that needs it. Used by the prompt's thread; {@link #known}, {@link #names}, {@link #lastDraft} and
 * {@link #cancelLookup} are safe from any thread.
 */
public final class ShellSession implements AutoCloseable {
    private final BackendHandle backend;
    private final SessionMemory memory = new SessionMemory();
    private final Path folder;
    private volatile @Nullable Cancellation lookup;
    private String timelineAtAttach = "";

    /**
     * Creates a session; opens nothing.
     *
     * @param folder the working folder: relative file names are resolved against it
     */
    public ShellSession(Supplier<RetakeBuilder> builders, Path folder) {
        this.backend = new BackendHandle(builders);
        this.folder = folder;
    }

    /** Returns the working folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the evaluator; the first call creates it. */
    public Evaluator evaluator() {
        return backend.evaluator();
    }

    /** Returns the evaluator if something has needed it already; never waits. */
    public Optional<Evaluator> ready() {
        return backend.ready();
    }

    public Retake retake() {
        return backend.retake();
    }

    /** Starts an embedded engine in the background, because the line being typed needs it. */
    public void expectWork() {
        backend.expectWork();
    }

    /** Returns the names that earlier lines declared; never waits. */
    public Set<String> names() {
        return ready().map(Evaluator::names).orElse(Set.of());
    }

    /** Returns the timeline after the last entry; never waits. */
    public Optional<Draft> lastDraft() {
        return ready().flatMap(Evaluator::lastDraft);
    }

    /** Returns what completion knows of the session; reads the disk, and asks no backend. */
    public CompletionContext known() {
        return ready().map(evaluator -> memory.known(evaluator.entries(), evaluator.names(), retake().recipes()))
                .orElse(CompletionContext.NOTHING);
    }

    /**
     * Asks the backend for the state.
     *
     * @throws CommandProblem if there is no session yet
     */
    public SessionState state() {
        int entries = evaluator().entries().size();
        SessionState state = evaluator()
                .state()
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("session.not-yet"), ProgramMessages.text("session.not-yet-advice")));
        memory.sees(state, entries);
        return state;
    }

    /**
     * Asks the backend for the timeline.
     *
     * @throws CommandProblem if there is none
     */
    public Draft draft() {
        return state().draft()
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("timeline.empty"), ProgramMessages.text("timeline.empty-advice")));
    }

    /** Begins a lookup of a command that changes nothing, which Ctrl-C cancels. */
    public Cancellation beginLookup() {
        Cancellation begun = new Cancellation();
        lookup = begun;
        return begun;
    }

    /** Cancels the lookup that began last. */
    public void cancelLookup() {
        Cancellation begun = lookup;
        if (begun != null) {
            begun.cancel();
        }
    }

    /**
     * Continues at another backend, in a new session. If that fails, nothing changes.
     *
     * @return the new evaluator
     */
    public Evaluator moveTo(Backend other) {
        Evaluator moved = backend.moveTo(other);
        forget();
        return moved;
    }

    /**
     * Continues in a known session, with an engine on the folder that holds it. If that fails, nothing changes.
     *
     * @return the new evaluator
     */
    public Evaluator attach(KnownSession known) {
        Evaluator attached = backend.attach(known);
        forget();
        return attached;
    }

    private void forget() {
        memory.forget();
        timelineAtAttach = "";
    }

    /** Remembers the timeline that the session had when the prompt attached to it. */
    public void attachedAt(Optional<Draft> draft) {
        timelineAtAttach =
                draft.filter(Draft::ready).map(Draft::summary).map(OneLine::of).orElse("");
    }

    /** Returns the timeline at {@code /attach} in one line; empty if the session began here or was empty then. */
    public String timelineAtAttach() {
        return timelineAtAttach;
    }

    /** Sets whether {@link #close} leaves renders running at the backend; by default it stops them. */
    public void leaveRendersRunning(boolean leave) {
        backend.leaveRendersRunning(leave);
    }

    @Override
    public void close() {
        backend.close();
    }
}
