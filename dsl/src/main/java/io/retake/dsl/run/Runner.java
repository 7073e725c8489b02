package io.retake.dsl.run;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.client.http.ClientException;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.dsl.compile.ReadyScript;
import io.retake.dsl.compile.Scripts;
import io.retake.dsl.connection.Connection;
import io.retake.dsl.event.Events;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.journal.Journal;
import io.retake.dsl.journal.JournalReplay;
import io.retake.dsl.journal.Resumption;
import io.retake.dsl.journal.RunKey;
import io.retake.dsl.journal.Runs;
import io.retake.dsl.output.Author;
import io.retake.dsl.output.OutputNames;
import io.retake.dsl.output.OwnFilms;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Starts runs, each in its own thread. Thread-safe. */
public final class Runner {
    private final Connection connection;
    private final Scripts scripts;
    private final Optional<String> fixedSkill;
    private final boolean lenient;
    private final Path workingFolder;
    private final Path stateFolder;
    private final Clock clock;

    /**
     * Creates a runner on this connection; exports go to the working folder, journals to the state folder.
     *
     * @param scripts finds recipes
     * @param fixedSkill the skill reported to backends in place of the scripts' own
     * @param lenient whether runs continue after an edit that was not completely done
     */
    public Runner(
            Connection connection,
            Scripts scripts,
            Optional<String> fixedSkill,
            boolean lenient,
            Path workingFolder,
            Path stateFolder,
            Clock clock) {
        this.connection = connection;
        this.scripts = scripts;
        this.fixedSkill = fixedSkill;
        this.lenient = lenient;
        this.workingFolder = workingFolder;
        this.stateFolder = stateFolder;
        this.clock = clock;
    }

    /** The way to start a script. */
    public enum Start {
        /** From its beginning. */
        ANEW,
        /** After the completed steps of its last run on this backend. */
        RESUME,
        /** Like RESUME, but resends a message of unknown outcome. */
        RESEND
    }

    /** Returns the problems of a script and of the files that it names for exports. */
    public List<Problem> check(ScriptSource source) {
        try (OutputNames names = new OutputNames(workingFolder, stateFolder, true)) {
            List<Problem> problems = scripts.check(source, workingFolder, names::problems);
            return problems.isEmpty() ? promises(source) : problems;
        }
    }

    /** Returns what a script demands and no backend elsewhere can do. */
    private List<Problem> promises(ScriptSource source) {
        return connection.local() ? List.of() : scripts.promises(source, connection.name());
    }

    /**
     * Checks a script and starts it.
     *
     * @throws InvalidScript when the script, a parameter or an output is wrong; then nothing has run
     * @throws DslException when resuming it while its run is still active
     */
    public Run start(ScriptSource source, Map<String, ?> parameters, RunListener listener, Start how) {
        OutputNames names = new OutputNames(workingFolder, stateFolder, true);
        List<String> notes = new ArrayList<>();
        Optional<Runs.Earlier> earlier = Optional.empty();
        try {
            // Before checking its outputs: those of an active run are taken.
            earlier = how == Start.ANEW ? Optional.empty() : earlier(source, parameters, names);
            OwnFilms own = new OwnFilms(names, List.of(Author.id(source)), notes::add);
            MediaFiles files = MediaFiles.in(workingFolder, own);
            ReadyScript script = scripts.ready(source, parameters, workingFolder, files, names::problems);
            List<Problem> promises = promises(source);
            if (!promises.isEmpty()) {
                throw new InvalidScript(promises);
            }
            names.take(script);
            return start(script, source, parameters, names, notes, earlier, listener, how);
        } catch (RuntimeException | Error wrong) {
            earlier.map(Runs.Earlier::journal).ifPresent(Journal::close);
            names.close();
            throw wrong;
        }
    }

    private Optional<Runs.Earlier> earlier(ScriptSource source, Map<String, ?> parameters, OutputNames names) {
        OwnFilms own = new OwnFilms(names, List.of(Author.id(source)), note -> {});
        MediaFiles files = MediaFiles.in(workingFolder, own);
        ReadyScript script = scripts.ready(source, parameters, workingFolder, files, outputs -> List.of());
        return new Runs(stateFolder, clock)
                .latest(RunKey.of(source, connection.name(), script, parameters, workingFolder));
    }

    private Run start(
            ReadyScript script,
            ScriptSource source,
            Map<String, ?> parameters,
            OutputNames names,
            List<String> notes,
            Optional<Runs.Earlier> earlier,
            RunListener listener,
            Start how) {
        Runs runs = new Runs(stateFolder, clock);
        RunKey key = RunKey.of(source, connection.name(), script, parameters, workingFolder);
        Resumption resumption =
                earlier.map(run -> resumption(run.past(), how, notes)).orElseGet(Resumption::none);
        if (how != Start.ANEW && earlier.isEmpty()) {
            notes.add(nothingToResume(runs.othersInterrupted(key)));
        }
        String id = earlier.map(Runs.Earlier::id).orElseGet(runs::newId);
        RunContext context = new RunContext(
                connection,
                new Events(listener),
                earlier.map(Runs.Earlier::journal).orElseGet(() -> runs.journal(id, key)),
                resumption,
                names,
                resumption.past().numbers(),
                fixedSkill,
                lenient,
                script.stop());
        context.events.emit(new RunEvent.RunStarted(
                id, source.name(), connection.name(), connection.privacy(), earlier.isPresent()));
        notes.forEach(context.events::warn);
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Author author = Author.of(source, script.values());
        long begun = System.nanoTime();
        RunOutcome ending = new RunOutcome(outcome -> settle(result, () -> {
            RunResult done = end(script, source, context, outcome, begun);
            runs.sweep();
            return done;
        }));
        Runnable work = () -> {
            RunOutcome.Outcome outcome = outcome(context, () -> {
                names.clearAbandoned();
                return new ScriptHost(context, source, scripts, workingFolder, author).run(script);
            });
            script.forget();
            ending.with(outcome);
        };
        Thread thread = context.stop.thread(work, "retake-run-" + id);
        thread.setContextClassLoader(Runner.class.getClassLoader());
        Stopping stopping = new Stopping(
                thread,
                context,
                ending::isOver,
                () -> ending.with(left(thread, script::lineOf, source.name(), context)));
        thread.start();
        return new Run(id, result, stopping::stop, context);
    }

    /** Completes the result whatever happens: when not even the end could be reported, the run has failed. */
    static void settle(CompletableFuture<RunResult> result, Supplier<RunResult> run) {
        try {
            result.complete(run.get());
        } catch (RuntimeException | Error untold) {
            RunEvent.Failed why = new RunEvent.Failed(
                    RunEvent.Failure.RUN,
                    ScriptMessages.text("run.unexpected", untold.getClass().getSimpleName()),
                    "",
                    "",
                    0,
                    Optional.of(untold));
            result.complete(
                    new RunResult(RunEvent.State.FAILED, Optional.empty(), List.of(), Optional.of(why), Duration.ZERO));
        }
    }

    private Resumption resumption(JournalReplay past, Start how, List<String> warnings) {
        if (past.ended()) {
            warnings.add(ScriptMessages.text("resume.finished"));
        }
        Optional<Connection.TakeUp> taken = past.engine().map(connection::takeUp);
        boolean resend = how == Start.RESEND;
        if (taken.equals(Optional.of(Connection.TakeUp.NOT))) {
            warnings.add(ScriptMessages.text("resume.other-engine"));
            return new Resumption(past.withoutSessions(), false, resend);
        }
        return new Resumption(past, taken.equals(Optional.of(Connection.TakeUp.STARTED)), resend);
    }

    private static String nothingToResume(long others) {
        if (others == 0) {
            return ScriptMessages.text("resume.no-run");
        }
        return others == 1
                ? ScriptMessages.text("resume.no-run-but-one")
                : ScriptMessages.text("resume.no-run-but-others", others);
    }

    /** Runs the work; any exception or error is an outcome. */
    static RunOutcome.Outcome outcome(RunContext context, Supplier<@Nullable Object> work) {
        try {
            context.runsHere();
            Object value = work.get();
            context.stop.check(); // a wait may have ended because the run was stopped
            return new RunOutcome.Outcome(value, context.finish().orElse(null));
        } catch (Throwable thrown) {
            context.finishAfter(thrown);
            return new RunOutcome.Outcome(null, thrown);
        }
    }

    /** Returns the outcome when the thread cannot be stopped. */
    static RunOutcome.Outcome left(
            Thread thread, ToIntFunction<StackTraceElement> own, String name, RunContext context) {
        Throwable place = new DslException(ScriptMessages.text("run.canceled-running"), "");
        place.setStackTrace(thread.getStackTrace());
        int line = ScriptLines.of(place, own);
        context.events.warn(
                line > 0
                        ? ScriptMessages.text("stop.goes-on-at-line", name, line)
                        : ScriptMessages.text("stop.goes-on", name));
        return new RunOutcome.Outcome(null, place);
    }

    private static RunResult end(
            ReadyScript script, ScriptSource source, RunContext context, RunOutcome.Outcome outcome, long begun) {
        Optional<RunEvent.Failed> failure = Optional.ofNullable(outcome.thrown())
                .map(thrown -> failed(thrown, script::lineOf, source.name(), context));
        context.names.close();
        RunEvent.State state = state(failure);
        end(context, state);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        failure.ifPresent(context.events::emit);
        context.events.emit(new RunEvent.Finished(state, took));
        return new RunResult(state, Optional.ofNullable(outcome.value()), context.outputs(), failure, took);
    }

    private static void end(RunContext context, RunEvent.State state) {
        Thread.interrupted(); // a cancelled run's last line is written too
        try {
            context.journal.end(state);
        } catch (RetakeException full) {
            context.events.warn(String.valueOf(full.getMessage()));
        }
    }

    static RunEvent.State state(Optional<RunEvent.Failed> failure) {
        return failure.map(
                        f -> f.kind() == RunEvent.Failure.CANCELLED ? RunEvent.State.CANCELLED : RunEvent.State.FAILED)
                .orElse(RunEvent.State.DONE);
    }

    /** Describes an exception as a failure; {@code own} maps stack frames to the user's lines. */
    static RunEvent.Failed failed(
            Throwable whole, ToIntFunction<StackTraceElement> own, String name, RunContext context) {
        Throwable thrown = inner(whole);
        boolean cancelled = context.cancellation.cancelled();
        Optional<ScriptPlaces.RecipeLine> recipe = context.places.recipe(whole, Author.file(name));
        String message = message(thrown)
                + recipe.map(place -> ScriptMessages.text("run.users", place.users()))
                        .orElse("");
        return new RunEvent.Failed(
                cancelled ? RunEvent.Failure.CANCELLED : kind(thrown),
                cancelled ? ScriptMessages.text("run.cancelled") : message,
                cancelled ? "" : advice(thrown),
                recipe.map(ScriptPlaces.RecipeLine::script).orElse(name),
                recipe.map(ScriptPlaces.RecipeLine::line).orElseGet(() -> ScriptLines.of(whole, own)),
                Optional.of(whole));
    }

    private static RunEvent.Failure kind(@Nullable Throwable thrown) {
        if (thrown instanceof ClientException said && said.refused()) {
            return RunEvent.Failure.REFUSED;
        }
        return thrown instanceof InvalidEdit || thrown instanceof InvalidScript
                ? RunEvent.Failure.SCRIPT
                : RunEvent.Failure.RUN;
    }

    /** Unwraps an exception from another thread. */
    private static Throwable inner(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wrapper && cause != null ? inner(cause) : thrown;
    }

    /** Returns the advice of an exception; empty for none. */
    static String advice(Throwable whole) {
        Throwable thrown = inner(whole);
        if (thrown instanceof InvalidPathException name) {
            return FileNames.problem(name).advice();
        }
        return thrown instanceof RetakeException known ? known.advice() : "";
    }

    /** Describes the fault of an exception. */
    static String message(Throwable whole) {
        Throwable thrown = inner(whole);
        if (thrown instanceof RetakeException known) {
            return String.valueOf(known.getMessage());
        }
        if (thrown instanceof InvalidPathException name) {
            return String.valueOf(FileNames.problem(name).getMessage());
        }
        String text = ownMessage(thrown);
        return thrown.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }

    /** Returns the message of a script's own exception, which may itself throw. */
    private static @Nullable String ownMessage(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error unsayable) {
            return null;
        }
    }
}
